import { EN } from './en';
import type { PhraseId } from './en';
import { ZH_CN } from './zh-cn';

/** Languages that reports speak. */
export type Locale = 'en' | 'zh-cn';

const TABLES: Readonly<Record<Locale, Readonly<Record<PhraseId, string>>>> = { en: EN, 'zh-cn': ZH_CN };

/** A phrase in the reader's language, its slots filled; an argument that is missing leaves its slot visible. */
export function phrase(locale: Locale, id: PhraseId, slots: Readonly<Record<string, string | number>> = {}): string {
  return fillSlots(TABLES[locale][id], slots);
}

/** Replaces `{name}` by the argument of that name. */
export function fillSlots(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([\w-]+)\}/g, (slot, name: string) => (name in slots ? String(slots[name]) : slot));
}

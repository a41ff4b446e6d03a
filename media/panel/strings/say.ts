import type { Locale } from '../../../src/engine/report/phrases/phrase';
import { EN } from './en';
import type { StringId } from './en';
import { ZH_CN } from './zh-cn';

const TABLES: Readonly<Record<Locale, Readonly<Record<StringId, string>>>> = { en: EN, 'zh-cn': ZH_CN };

/** A sentence in the reader's language, once the language is known. */
export type Say = (id: StringId, slots?: Readonly<Record<string, string | number>>) => string;

/** The panel's voice in one language. */
export function speaker(locale: Locale): Say {
  return (id, slots = {}) => TABLES[locale][id].replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

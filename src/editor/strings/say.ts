import type { Locale } from '../../engine/report/phrases/phrase';
import { fillSlots } from '../../engine/report/phrases/phrase';
import { EN } from './en';
import type { StringId } from './en';
import { ZH_CN } from './zh-cn';

const TABLES: Readonly<Record<Locale, Readonly<Record<StringId, string>>>> = { en: EN, 'zh-cn': ZH_CN };

/** A sentence of the editor in the reader's language, its slots filled. */
export function say(locale: Locale, id: StringId, slots: Readonly<Record<string, string | number>> = {}): string {
  return fillSlots(TABLES[locale][id], slots);
}

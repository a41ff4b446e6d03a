import { evidence } from '../evidence/evidence';
import type { Locale } from '../phrases/phrase';
import { fillSlots } from '../phrases/phrase';
import { EN_MESSAGES } from './en';
import { ZH_CN_MESSAGES } from './zh-cn';

const TABLES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en: EN_MESSAGES, 'zh-cn': ZH_CN_MESSAGES };

/** A rule's message in the reader's language, its slots filled; an id that no table knows stands for itself. */
export function message(locale: Locale, id: string, slots: Readonly<Record<string, string | number>> = {}): string {
  const told = Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [name, typeof value === 'string' ? evidence(locale, value) : value] as const),
  );
  return fillSlots(TABLES[locale][id] ?? EN_MESSAGES[id] ?? id, told);
}

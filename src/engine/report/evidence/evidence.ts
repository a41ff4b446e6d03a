import type { Locale } from '../phrases/phrase';
import { REASONS } from './reasons-zh-cn';
import { ZH_CN } from './zh-cn';

/** The reason an analysis gives, in the reader's language; what has no other words stays as it is. */
export function evidence(locale: Locale, text: string): string {
  return locale === 'en' ? text : (reason(text) ?? ZH_CN.reduce((said, [pattern, words]) => said.replace(pattern, words), text));
}

/** Sentences as patterns for the whole of a text, those that say more first. */
const PATTERNS = [...REASONS]
  .sort(([a], [b]) => b.length - a.length)
  .map(([sentence, words]) => [new RegExp(`^${escaped(sentence).replaceAll('\\{\\}', '(.+?)')}$`, 's'), words] as const);

function reason(text: string): string | null {
  const [pattern, words] = PATTERNS.find(([one]) => one.test(text)) ?? [];
  return pattern && words !== undefined ? text.replace(pattern, words) : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

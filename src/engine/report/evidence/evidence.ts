import type { Locale } from '../phrases/phrase';
import { ZH_CN } from './zh-cn';

/** The reason an analysis gives, in the reader's language; what has no other words stays as it is. */
export function evidence(locale: Locale, text: string): string {
  return locale === 'en' ? text : ZH_CN.reduce((said, [pattern, words]) => said.replace(pattern, words), text);
}

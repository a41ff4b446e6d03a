import type { Locale } from '../phrases/phrase';
import { REASONS } from './reasons-zh-cn';
import { ZH_CN } from './zh-cn';

/** The reason an analysis gives, in the reader's language; what has no other words stays as it is. */
export function evidence(locale: Locale, text: string): string {
  return locale === 'en' ? text : (reason(text) ?? ZH_CN.reduce((said, [pattern, words]) => said.replace(pattern, words), text));
}

/** The words of the sentence that fits the whole of a text; of several the one that says more. Patterns are made of those few that may fit. */
function reason(text: string): string | null {
  const near = REASONS.filter(([sentence]) => sentence.split('{}').every((piece) => text.includes(piece)));
  for (const [sentence, words] of near.sort(([a], [b]) => b.length - a.length)) {
    const pattern = new RegExp(`^${escaped(sentence).replaceAll('\\{\\}', '(.+?)')}$`, 's');
    if (pattern.test(text)) return text.replace(pattern, words);
  }
  return null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

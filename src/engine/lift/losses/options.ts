import type { LossOption } from '../../ir/loss';
import type { OptionValue } from '../state/trace';

/**
 * The values that a source compares an option with: in `==`, `!=`, `in`, and as keys of a dict that it indexes. A `reduction`
 * that is compared with some of the usual values and raises for no other takes the usual ones.
 */
export function comparedValues(source: string, name: string): OptionValue[] {
  const subject = `(?:self\\.)?_?${name.replace(/^self\./, '').replace(/[^\w]/g, '\\$&')}\\b`;
  const values = new Set<OptionValue>();
  for (const [, literal] of source.matchAll(new RegExp(`${subject}(?:\\.lower\\(\\))?\\s*[!=]=\\s*['"]([^'"\\n]*)['"]`, 'g')))
    values.add(literal ?? '');
  for (const [, list = ''] of source.matchAll(
    new RegExp(`${subject}(?:\\.lower\\(\\))?\\s+(?:not\\s+)?in\\s*[[({]([^\\])}]*)[\\])}]`, 'g'),
  )) {
    for (const [, literal] of list.matchAll(/['"]([^'"\n]*)['"]/g)) values.add(literal ?? '');
  }
  for (const literal of matched(source, subject)) values.add(literal);
  if (name.endsWith('reduction') && values.size > 0 && !/\braise\b/.test(source))
    ['mean', 'sum', 'none'].forEach((value) => values.add(value));
  return [...values];
}

/** The strings that the cases of a `match` on a subject name. */
function matched(source: string, subject: string): string[] {
  return [...source.matchAll(new RegExp(`^([ \\t]*)match\\s+${subject}[^\\n]*:`, 'gm'))].flatMap(({ 0: head, 1: indent = '', index }) => {
    const [cases = ''] = source.slice(index + head.length).split(new RegExp(`\\n(?=[ \\t]{0,${indent.length}}\\S)`), 1);
    return [...cases.matchAll(/^\s*case\s+([^:\n]*):/gm)].flatMap(([, patterns = '']) =>
      [...patterns.matchAll(/['"]([^'"\n]*)['"]/g)].map(([, literal = '']) => literal),
    );
  });
}

/** The options of a loss: what decided a branch, with every value that is known for it. */
export function optionsOf(
  decided: ReadonlyMap<string, ReadonlySet<OptionValue>>,
  comparedWith: (name: string) => readonly OptionValue[],
  analysedOf: (name: string) => OptionValue,
): LossOption[] {
  return [...decided].flatMap(([name, seen]): LossOption[] => {
    const analysed = analysedOf(name);
    const values = [...new Set<OptionValue>([analysed, ...seen, ...(typeof analysed === 'string' ? comparedWith(name) : [])])];
    return values.length < 2 ? [] : [{ name, values, analysed }];
  });
}

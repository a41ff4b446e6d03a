import { numberText } from './number-text';

const MOST_RUNS = 3;

/** Elements between brackets, runs of equal ones counted: `[7, 0.5 ×3]`. */
export function numbersText(values: readonly number[]): string {
  const runs: { readonly value: number; count: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && Object.is(last.value, value)) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  const words = runs.map(({ value, count }) => (count > 1 && runs.length > 1 ? `${numberText(value)} ×${count}` : numberText(value)));
  if (words.length === 1) return words[0] ?? '';
  return words.length > MOST_RUNS ? `[${words.slice(0, MOST_RUNS).join(', ')}, …]` : `[${words.join(', ')}]`;
}

import { ARRAY, LIST, NUMBER } from '../inputs/inputs';
import { guessOfName } from '../roles/names';
import { CLASSES } from '../shapes/hypothesis';
import { UNCAUGHT, type Attempt } from './attempt';
import type { ReadingSetting } from './file-setting';
import type { Discovered } from './priors';
import type { Found } from './trials';

/** What to take the last compared parameter for; `harmless` where that may be done without a failure to cure. */
export function discovery(setting: ReadingSetting, found: Found, known: Discovered): { discovered: Discovered; harmless: boolean } | null {
  const numbers = numbersIn(setting, found, known);
  if (numbers) return { discovered: numbers, harmless: true };
  const last = found.attempt.executor.inputs.compared.at(-1);
  if (!last || isSet(setting, last.path)) return null;
  const { path } = last;
  if (last.with === LIST)
    return known.lists.has(path) ? null : { discovered: { ...known, lists: new Set([...known.lists, path]) }, harmless: true };
  if (last.with === ARRAY)
    return known.arrays.has(path) ? null : { discovered: { ...known, arrays: new Set([...known.arrays, path]) }, harmless: true };
  if (last.with === NUMBER || found.attempt.cost < UNCAUGHT || known.twins.has(path) || known.absent.has(path)) return null;
  if (last.with === null && known.present.has(path)) return null;
  if (last.with === null) return { discovered: { ...known, absent: new Set([...known.absent, path]) }, harmless: false };
  return { discovered: { ...known, twins: new Map([...known.twins, [path, last.with]]) }, harmless: false };
}

/** The parameters that turned out to be single numbers, known integers, or needed; null when none did. */
export function numbersIn(setting: ReadingSetting, found: Found, known: Discovered): Discovered | null {
  const { counted, compared, needed, stretched, absent, mismatched, listed } = found.attempt.executor.inputs;
  const raises = found.attempt.cost >= UNCAUGHT && found.attempt.cost < 2 * UNCAUGHT;
  const [last] = absent.slice(-1);
  const isLater = last !== undefined && compared.slice(last.after).some((one) => isUndecided(one, known));
  const isOfShapes = TAKEN_APART.test(found.attempt.problems[0] ?? '');
  const missed = [...needed, ...(raises && last && !isLater && !isOfShapes ? [last.path] : [])].filter(
    (path) => !known.present.has(path) && !isSet(setting, path),
  );
  const other = raises ? mismatched.at(-1) : undefined;
  const parted = other?.as === 'parts' && known.lengths.get(other.path) !== other.value && !known.exact.has(other.path) ? [other] : [];
  const exactly = other?.as === 'count' && !known.exact.has(other.path) && !isSet(setting, other.path) ? [other] : [];
  if (other?.as === 'length' && other.value > 0) stretched.set(other.path, other.value);
  const { overrides } = setting;
  const counts = [...counted].filter(([path]) => !known.counts.has(path) && (!isSet(setting, path) || Number.isInteger(overrides[path])));
  const numbers = compared.filter((one) => one.with === NUMBER && !known.numbers.has(one.path) && !isSet(setting, one.path));
  const uncaught = found.attempt.cost >= UNCAUGHT ? compared.flatMap((one) => (one.with === LIST ? [one.path] : [])) : [];
  const lists = [...listed, ...uncaught].filter((path) => !known.lists.has(path) && !isSet(setting, path));
  const arrays = compared.filter((one) => one.with === ARRAY && !known.arrays.has(one.path) && !isSet(setting, one.path));
  const lengths = [...stretched].filter(([path, length]) => (known.lengths.get(path) ?? 0) < length && !isSet(setting, path));
  const news = [counts, exactly, parted, numbers, missed, lengths, lists, arrays];
  if (news.every((list) => list.length === 0)) return null;
  return {
    ...known,
    present: new Set([...known.present, ...missed]),
    absent: new Set([...known.absent].filter((path) => !missed.includes(path))),
    counts: new Map([
      ...known.counts,
      ...counts.map(([path, what]): [string, number] => [path, Number(overrides[path] ?? guessed(path, what, setting))]),
      ...exactly.map(({ path, value }): [string, number] => [path, value]),
    ]),
    exact: new Set([...known.exact, ...[...exactly, ...parted].map(({ path }) => path)]),
    lengths: new Map([...known.lengths, ...lengths, ...parted.map(({ path, value }): [string, number] => [path, value])]),
    lists: new Set([...known.lists, ...lists]),
    numbers: new Set([...known.numbers, ...numbers.map((one) => one.path)]),
    arrays: new Set([...known.arrays, ...arrays.map((one) => one.path)]),
  };
}

/** What is said of shapes that have other numbers of axes than the code takes apart: nothing that is None cures that. */
const TAKEN_APART = /^cannot unpack \d+ values/;

/** What a number is taken for of which only that is known what it is for: the longest of some sequences is as long as what holds them. */
function guessed(path: string, what: string, { shapes }: ReadingSetting): number {
  if (path.startsWith('max(')) return Object.values(shapes).find((shape) => shape.length > 1)?.[1] ?? CLASSES;
  return guessOfName(path) ?? (/class/.test(what) ? CLASSES : 2);
}

/** Whether the value or the shape of a parameter is given from outside. */
export function isSet({ overrides, shapes }: ReadingSetting, path: string): boolean {
  return path in overrides || path in shapes;
}

/** Whether a parameter was compared with None, or with another one, and nothing follows from that so far. */
function isUndecided({ path, with: other }: Attempt['executor']['inputs']['compared'][number], known: Discovered): boolean {
  return ![LIST, ARRAY, NUMBER].includes(other ?? '') && !known.twins.has(path) && !known.absent.has(path);
}

import { hullOf } from '../ir/domain';
import { sizeOf } from '../ir/expression';
import type { FormatName } from '../numerics/format';
import { type Input, accepts } from './inputs';
import { MARGIN, ORDINARY_VALUES, type Tier, magnitudesUpTo } from './ordinary-values';

/** Values for every input of a loss, row-major, in the order of the inputs. */
export type Assignment = readonly Float64Array[];

/** How one input is filled: every element from its row and column. */
interface Fill {
  readonly label: string;
  readonly at: (row: number, column: number, columns: number) => number;
}

/** What a search may try. */
export interface Tried {
  readonly inputs: readonly Input[];
  readonly tier: Tier;
  readonly format: FormatName;
  /** Whether inputs that nothing is known of keep to 0 … 1. */
  readonly benign: boolean;
}

/** Assignments from the simplest to the most involved; the caller stops when its budget is spent. */
export function* candidates(tried: Tried): Generator<Assignment> {
  const { inputs } = tried;
  const ladders = inputs.map((input) => valuesOf(input, tried));
  const bases = [baseFills(inputs, 0), baseFills(inputs, 1)];
  yield* sameForAll(inputs, ladders);
  for (const base of bases) yield* oneAtATime(inputs, ladders, base);
  yield* rowsAtATime(inputs, ladders, bases[0] ?? []);
  yield* inPairs(inputs, ladders, bases[0] ?? []);
  yield* everyRowPattern(inputs, ladders);
}

/** The values that an input is tried at, simplest first. */
function valuesOf(input: Input, { tier, format, benign }: Omit<Tried, 'inputs'>): number[] {
  if (input.quantity === 'held') return [input.value];
  if (input.quantity === 'unread') return [input.value];
  if (input.quantity === 'mask' || input.masks) return [1, 0];
  if (input.domain.kind === 'set') return [...input.domain.values];
  const low = input.quantity === 'index' ? [0, 1, 2] : ladder(input, tier, format, benign);
  const values = [...new Set([...low, ...input.marks])].filter((v) => accepts(input, v));
  return values.length > 0 ? values : insideOf(input, format);
}

function ladder(input: Input, tier: Tier, format: FormatName, benign: boolean): number[] {
  if (isWholeDraw(input)) return firstOf(input);
  if (input.quantity === 'draw' && hullOf(input.domain).low === -Infinity) return [1, 0.5, 0.25];
  if (input.quantity === 'draw' || (benign && (input.quantity === 'bare' || input.unscaled))) return [0, 1, 0.5, 0.25];
  const signed = magnitudesUpTo(limitOf(input, tier)).flatMap((m) => [m, -m]);
  return [...new Set([0, ...endsOf(input, format), 0.5, ...signed, 1e-9, -1e-9])];
}

function limitOf(input: Input, tier: Tier): number {
  const { unbounded, regression, logarithm } = ORDINARY_VALUES;
  if (input.logarithmic) return logarithm[tier];
  return input.target ? regression[tier] : unbounded[tier];
}

/** Closed ends of the domain, and points a margin away from open ones. */
function endsOf(input: Input, format: FormatName): number[] {
  const { low, high, lowOpen, highOpen } = hullOf(input.domain);
  const margin = MARGIN[format];
  const ends = [lowOpen ? inward(low, margin) : low, highOpen ? inward(high, -margin) : high];
  return ends.filter((end) => !Number.isNaN(end));
}

function inward(end: number, by: number): number {
  return Number.isFinite(end) ? end + by * Math.max(1, Math.abs(end)) : NaN;
}

function insideOf(input: Input, format: FormatName): number[] {
  const { low, high } = hullOf(input.domain);
  const middle = Number.isFinite(low + high) ? (low + high) / 2 : Number.isFinite(low) ? low + 1 : high - 1;
  return [...new Set([middle, ...endsOf(input, format)])].filter((v) => accepts(input, v));
}

const PLAIN: readonly (readonly [number, number])[] = [
  [0.5, 0.125],
  [1, 0],
];

/** Unremarkable values to hold the other inputs at: first distinct ones, then all ones. */
function baseFills(inputs: readonly Input[], which: number): Fill[] {
  const [start, step] = PLAIN[which] ?? [0.5, 0];
  return inputs.map((input, i) => plainFill(input, start + (step > 0 ? i * 0.0625 : 0), step));
}

function plainFill(input: Input, start: number, step: number): Fill {
  if (input.quantity === 'held' || input.quantity === 'unread') return constant(input.value);
  if (input.quantity === 'simplex') return { label: 'even', at: (_row, _column, columns) => 1 / columns };
  if (input.quantity === 'index' || input.quantity === 'mask' || input.masks || isWholeDraw(input)) {
    const taken = firstOf(input);
    return { label: 'turns', at: (row) => (step > 0 && accepts(input, 0) ? row % 2 : (taken.find((value) => value > 0) ?? taken[0] ?? 1)) };
  }
  if (input.domain.kind === 'set') {
    const { values } = input.domain;
    return { label: 'turns', at: (row, column) => values[(step > 0 ? row + column : 1) % values.length] ?? 0 };
  }
  const ramp: Fill = { label: 'ramp', at: (row, column) => start + step * (row + 2 * column) };
  return accepts(input, start) && accepts(input, start + 8 * step) ? ramp : { label: 'inside', at: inside(input, start, step) };
}

function isWholeDraw({ quantity, node }: Input): boolean {
  return quantity === 'draw' && node.kind === 'int';
}

/** The first whole numbers of a domain, from 0 where it has that. */
function firstOf(input: Input): number[] {
  const { low } = hullOf(input.domain);
  const from = isWholeDraw(input) && Number.isFinite(low) ? low : 0;
  return [from, from + 1, from + 2].filter((value) => accepts(input, value));
}

/** A ramp squeezed into a bounded domain. */
function inside(input: Input, start: number, step: number): Fill['at'] {
  const { low, high } = hullOf(input.domain);
  if (Number.isFinite(low) && Number.isFinite(high))
    return (row, column) => low + (high - low) * (step > 0 ? (0.3 + 0.11 * row + 0.17 * column) % 1 : 0.5);
  const from = Number.isFinite(low) ? low : high;
  const sign = Number.isFinite(low) ? 1 : -1;
  return (row, column) => from + sign * (start + step * (row + 2 * column));
}

function constant(value: number): Fill {
  return { label: String(value), at: () => value };
}

/** Every input at the same value, weights that are 0 left out: ties, equal rows, prediction = target; one-hot rows among them, whose norms are exact. */
function* sameForAll(inputs: readonly Input[], ladders: readonly number[][]): Generator<Assignment> {
  const shared = [...new Set(ladders.flat())];
  const takes = (i: number, value: number): number => {
    const [ladder, weighs] = [ladders[i] ?? [], inputs[i]?.weight];
    if (ladder.includes(value) && !(value === 0 && weighs)) return value;
    return weighs && ladder.includes(1) ? 1 : unremarkable(ladder);
  };
  for (const value of shared) {
    yield fillAll(
      inputs,
      inputs.map((_, i) => constant(takes(i, value))),
    );
    if (value !== shared[0]) continue;
    yield fillAll(
      inputs,
      inputs.map((_, i) => ({ label: 'one-hot', at: (_row, column) => takes(i, column === 0 ? 1 : 0) })),
    );
  }
}

/** A value that breaks nothing by itself: an input that cannot share the others' takes it. */
function unremarkable(ladder: readonly number[]): number {
  return ladder.includes(0.5) ? 0.5 : ladder.includes(1) ? 1 : (ladder[0] ?? 0);
}

function* oneAtATime(inputs: readonly Input[], ladders: readonly number[][], base: readonly Fill[]): Generator<Assignment> {
  yield fillAll(inputs, base);
  for (let i = 0; i < inputs.length; i++) {
    for (const value of ladders[i] ?? []) yield fillAll(inputs, withFill(base, i, constant(value)));
  }
}

/** One input with rows that differ inside: a spike, its opposite, and both signs. */
function* rowsAtATime(inputs: readonly Input[], ladders: readonly number[][], base: readonly Fill[]): Generator<Assignment> {
  for (let i = 0; i < inputs.length; i++) {
    if (sizeOf(inputs[i]?.node.shape ?? []) < 2) continue;
    for (const value of ladders[i] ?? []) {
      for (const fill of rowFills(value, ladders[i] ?? [], inputs[i]?.node.shape.length ?? 0))
        yield fillAll(inputs, withFill(base, i, fill));
    }
  }
}

function rowFills(value: number, ladder: readonly number[], rank: number): Fill[] {
  const other = [0 - value, 0].find((v) => ladder.includes(v)) ?? unremarkable(ladder);
  const fills: Fill[] = [
    { label: 'spike', at: (_row, column) => (column === 0 ? value : other) },
    { label: 'last', at: (_row, column, columns) => (column === columns - 1 ? value : other) },
    { label: 'second', at: (_row, column) => (column === 1 ? value : other) },
  ];
  return rank > 1 ? [...fills, { label: 'first row', at: (row) => (row === 0 ? value : other) }] : fills;
}

/** Two inputs at extremes of theirs, the rest plain. */
function* inPairs(inputs: readonly Input[], ladders: readonly number[][], base: readonly Fill[]): Generator<Assignment> {
  for (let i = 0; i < inputs.length; i++) {
    for (let j = i + 1; j < inputs.length; j++) {
      for (const a of extremesOf(ladders[i] ?? [])) {
        for (const b of extremesOf(ladders[j] ?? [])) {
          yield fillAll(inputs, withFill(withFill(base, i, constant(a)), j, constant(b)));
        }
      }
    }
  }
}

/** The ends and the simplest values of a ladder. */
function extremesOf(values: readonly number[]): number[] {
  return [...new Set([...values.slice(0, 2), Math.max(...values), Math.min(...values)])];
}

/** All inputs spiked in the first column at their ends, in both ways round: a masked maximum, a wrong label. */
function* everyRowPattern(inputs: readonly Input[], ladders: readonly number[][]): Generator<Assignment> {
  for (const flip of [1, 3, 5, 2, 6, 4, 0, 7]) {
    const fills = inputs.map((_, i): Fill => {
      const high = Math.max(...(ladders[i] ?? [0]));
      const low = Math.min(...(ladders[i] ?? [0]));
      const [first, rest] = (flip >> (i % 3)) & 1 ? [high, low] : [low, high];
      return { label: 'rows', at: (_row, column) => (column === 0 ? first : rest) };
    });
    yield fillAll(inputs, fills);
  }
}

function withFill(fills: readonly Fill[], index: number, fill: Fill): Fill[] {
  return fills.map((f, i) => (i === index ? fill : f));
}

function fillAll(inputs: readonly Input[], fills: readonly Fill[]): Assignment {
  return inputs.map((input, i) => fillOne(input, fills[i] ?? constant(0)));
}

function fillOne(input: Input, { at }: Fill): Float64Array {
  const { shape } = input.node;
  const columns = shape[shape.length - 1] ?? 1;
  const values = new Float64Array(sizeOf(shape));
  if (input.node.attributes.distribution === 'permutation') return values.map((_value, k) => (k + at(0, 0, columns)) % values.length);
  for (let k = 0; k < values.length; k++) values[k] = at(Math.floor(k / columns), k % columns, columns);
  if (isContinuous(input)) return apart(values);
  if (input.filled > 0) return begun(values, columns, input);
  return input.quantity === 'simplex' ? normalised(values, columns) : values;
}

/** Whether an input is drawn from numbers without gaps, so that no two elements are ever the same. */
export function isContinuous({ quantity, node: { attributes } }: Input): boolean {
  return quantity === 'draw' && /uniform|normal/.test(String(attributes.distribution ?? attributes.name));
}

/** Rows that hold enough of what is not void: one that does not begins with it. */
function begun(values: Float64Array, columns: number, input: Input): Float64Array {
  const passedOver = input.target ? input.marks.filter((mark) => mark <= 0) : [];
  const isVoid = (value: number): boolean => (passedOver.length > 0 ? passedOver.includes(value) : Math.abs(value) < 1);
  const other = [1, 2, 0].find((value) => accepts(input, value) && !isVoid(value));
  if (other === undefined) return values;
  for (let start = 0; start < values.length; start += columns) {
    const row = values.subarray(start, start + columns);
    if (row.filter((value) => !isVoid(value)).length < Math.min(input.filled, columns)) row.fill(other, 0, input.filled);
  }
  return values;
}

/** Draws, of which no two are alike: the first stays, those that equal it move towards 0, or from it. */
function apart(values: Float64Array): Float64Array {
  const [first = 0] = values;
  return values.map((v, k) => (k > 0 && v === first ? (first === 0 ? k / (4 * values.length) : first * (1 - k / (4 * values.length))) : v));
}

/** Rows made non-negative and scaled to sum to 1; a row of zeros becomes one-hot. */
function normalised(values: Float64Array, columns: number): Float64Array {
  for (let start = 0; start < values.length; start += columns) {
    const row = values.subarray(start, start + columns).map((v) => Math.max(0, v));
    const total = row.reduce((sum, v) => sum + v, 0);
    values.set(total > 0 ? row.map((v) => v / total) : row.map((_v, k) => (k === 0 ? 1 : 0)), start);
  }
  return values;
}

import { opNamed } from '../../src/engine/ops/registry';
import type { Singularity } from '../../src/engine/ops/op';
import type { Values } from '../../src/engine/tape/machine';
import type { Slot, Tape } from '../../src/engine/tape/tape';

/** An operation that changes its branch somewhere: a kink or a jump of the loss may lie where the side changes. */
export interface Switch {
  readonly slot: number;
  /** Number of the branch that each element takes. */
  sides(values: Values): number[];
}

type Side = (operands: readonly (Float64Array | null)[]) => number[];

const COMPARED = ['maximum', 'minimum', 'less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal'];
const RANKED = ['max', 'min', 'argmax', 'argmin', 'sort', 'topk_values'];

/** The switches of a tape: operations of one variable with declared singular points, comparisons, bounds, rankings. */
export function switchesOf({ slots }: Tape): Switch[] {
  return slots.flatMap((slot, index) => {
    const side = sideOf(slot);
    return side ? [{ slot: index, sides: (values: Values) => side(slot.args.map((arg) => values[arg] ?? null)) }] : [];
  });
}

function sideOf({ op }: Slot): Side | null {
  if (COMPARED.includes(op)) return ([x, y]) => pairs(x, y, (a, b) => Math.sign(a - b));
  if (op === 'clip')
    return ([x, low, high]) => [...pairs(x, low, (a, b) => Math.sign(a - b)), ...pairs(x, high, (a, b) => Math.sign(a - b))];
  if (RANKED.includes(op)) return ([x]) => [ranking(x)];
  const points = opNamed(op)?.facts?.singularities ?? [];
  if (points.length === 0) return null;
  return ([x]) => points.flatMap(({ at }) => Array.from(x ?? [], (value) => sideOfPoint(value, at)));
}

function sideOfPoint(x: number, at: Singularity['at']): number {
  if (typeof at === 'number') return Math.sign(x - at);
  const step = Math.floor(at === 'half-integers' ? x + 0.5 : x);
  return at === 'nonzero-integers' && step === -1 ? 0 : step;
}

/** Broadcasting is by repetition, which is exact for a scalar against a tensor and near enough to see a change in the others. */
function pairs(x: Float64Array | null | undefined, y: Float64Array | null | undefined, side: (a: number, b: number) => number): number[] {
  if (!x || !y || x.length === 0 || y.length === 0) return [];
  const count = Math.max(x.length, y.length);
  return Array.from({ length: count }, (_, i) => side(x[i % x.length] ?? 0, y[i % y.length] ?? 0));
}

/** A number that changes when the order of the elements does. */
function ranking(x: Float64Array | null | undefined): number {
  const order = Array.from(x ?? [], (_, i) => i).sort((a, b) => (x?.[a] ?? 0) - (x?.[b] ?? 0));
  return order.reduce((hash, index) => (hash * 31 + index) % 1_000_003, 7);
}

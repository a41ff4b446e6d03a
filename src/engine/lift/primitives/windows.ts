import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes } from '../values/apply';
import { tensorOf } from '../values/tensor';
import type { Primitive } from './primitive';

/** Overlapping stretches of the last axis, each a row of a new last axis. */
export function framed(machine: Machine, node: Expression, size: number, step: number): Expression {
  const axis = node.shape.length - 1;
  const length = node.shape[axis] ?? 0;
  if (size > length || step < 1) throw new ShapeError(`frames of ${size} in a signal of ${length}`);
  const count = Math.floor((length - size) / step) + 1;
  const places = Array.from({ length: count * size }, (_, i) => Math.floor(i / size) * step + (i % size));
  const taken = applyNodes(machine, 'take', [node, machine.graph.tensor(places, [places.length], 'int')], { axis });
  return applyNodes(machine, 'reshape', [taken], { shape: [...node.shape.slice(0, axis), count, size] });
}

/** A window centred in a frame: ones where there is none. */
export function windowOf(machine: Machine, window: Expression | null, length: number, size: number): Expression {
  const before = Math.floor((size - length) / 2);
  const body =
    window ??
    machine.graph.tensor(
      Array.from({ length }, () => 1),
      [length],
    );
  if (body.shape.length !== 1 || body.shape[0] !== length) throw new ShapeError('a window of another length');
  return length === size
    ? body
    : applyNodes(machine, 'pad', [body], { widths: [[before, size - length - before]], mode: 'constant', value: 0 });
}

/** Cosine sums by the weights of their terms. */
const COSINES: Readonly<Record<string, readonly number[]>> = {
  hann: [0.5, 0.5],
  hamming: [0.54, 0.46],
  blackman: [0.42, 0.5, 0.08],
};

/** The elements of a window; a periodic one is the front of a symmetric one that is an element longer. */
function elements(name: string, length: number, periodic: boolean): number[] {
  const last = periodic ? length : length - 1;
  const at = (i: number): number => {
    if (length === 1) return 1;
    if (name === 'bartlett') return 1 - Math.abs((2 * i) / last - 1);
    const weights = COSINES[name];
    if (!weights) throw new Unreadable(`a ${name} window`);
    return weights.reduce((sum, weight, k) => sum + (k % 2 === 0 ? weight : -weight) * Math.cos((2 * Math.PI * k * i) / last), 0);
  };
  return Array.from({ length }, (_, i) => at(i));
}

/** Windows as constants. */
export const WINDOWS = {
  window: (machine, at) => {
    const length = at.integer('length');
    const periodic = at.flag('periodic') && !(at.flag('odd') && length % 2 === 1);
    return tensorOf(machine, machine.graph.tensor(elements(at.text('name'), length, periodic), [length]));
  },
  frames: (machine, at) => tensorOf(machine, framed(machine, at.node('x'), at.integer('size'), at.integer('step'))),
} satisfies Record<string, Primitive>;

import type { Expression } from '../../ir/expression';
import { ShapeError, type Shape } from '../../numerics/signature';
import type { Machine } from '../machine';
import { TooShort } from '../state/breach';
import { applyNodes, asNumber } from '../values/apply';
import { integerOf } from '../values/plain';
import type { Value } from '../values/value';

/** An index of integers, slices and new axes, resolved for one shape. */
export interface BasicIndex {
  readonly starts: readonly number[];
  readonly stops: readonly number[];
  readonly steps: readonly number[];
  /** Axes taken backwards. */
  readonly flipped: readonly number[];
  /** Shape of the region before integers drop and new axes enter. */
  readonly region: Shape;
  readonly shape: Shape;
}

/** Resolves index items (no ellipsis, no tensors) against a shape. Throws ShapeError, Unreadable. */
export function basicIndex(items: readonly Value[], from: Shape): BasicIndex {
  const result = {
    starts: [] as number[],
    stops: [] as number[],
    steps: [] as number[],
    flipped: [] as number[],
    region: [] as number[],
    shape: [] as number[],
  };
  let axis = 0;
  for (const item of [...items, ...wholeAxes(from.length - consumed(items))]) {
    if (item.kind === 'none') {
      result.shape.push(1);
      continue;
    }
    const size = from[axis];
    if (size === undefined) throw new ShapeError(`too many indices for a tensor with ${from.length} axes`);
    const { start, stop, step } = item.kind === 'slice' ? sliceOf(item, size) : single(item, size);
    if (step < 0) result.flipped.push(axis);
    const count = Math.max(0, Math.ceil((stop - start) / Math.abs(step)));
    result.starts.push(start);
    result.stops.push(stop);
    result.steps.push(Math.abs(step));
    result.region.push(count);
    if (item.kind === 'slice') result.shape.push(count);
    axis++;
  }
  return result;
}

/** The part of a node that the index selects. */
export function readBasic(machine: Machine, node: Expression, at: BasicIndex): Expression {
  const turned = at.flipped.length > 0 ? applyNodes(machine, 'flip', [node], { axes: at.flipped }) : node;
  const whole = at.starts.every((start, i) => start === 0 && at.steps[i] === 1 && at.stops[i] === node.shape[i]);
  const part = whole ? turned : applyNodes(machine, 'slice', [turned], { starts: at.starts, stops: at.stops, steps: at.steps });
  return part.shape.join() === at.shape.join() ? part : applyNodes(machine, 'reshape', [part], { shape: at.shape });
}

/** The node with the selected part replaced. */
export function writeBasic(machine: Machine, node: Expression, at: BasicIndex, value: Expression): Expression {
  if (at.flipped.length > 0) throw new ShapeError('assignment to a reversed slice');
  const fitted =
    value.shape.join() === at.shape.join()
      ? value
      : machine.graph.apply('broadcast_to', [trimmed(machine, value, at.shape.length)], { shape: at.shape });
  const updates = fitted.shape.join() === at.region.join() ? fitted : machine.graph.apply('reshape', [fitted], { shape: at.region });
  const whole = at.starts.every((start, i) => start === 0 && at.steps[i] === 1 && at.stops[i] === node.shape[i]);
  if (whole && updates.kind === node.kind && updates.shape.join() === node.shape.join()) return updates;
  return applyNodes(machine, 'index_update', [node, updates], { starts: at.starts, stops: at.stops, steps: at.steps });
}

/** How many axes of the tensor the items use. */
export function consumed(items: readonly Value[]): number {
  return items.filter((item) => item.kind !== 'none').length;
}

/** `:` for each of so many axes. */
export function wholeAxes(count: number): Value[] {
  const none: Value = { kind: 'none' };
  return Array.from({ length: Math.max(0, count) }, () => ({ kind: 'slice', start: none, stop: none, step: none }));
}

/** Leading axes of size 1 beyond a rank fall away, as they do in an assignment. */
function trimmed(machine: Machine, value: Expression, rank: number): Expression {
  let extra = 0;
  while (value.shape.length - extra > rank && value.shape[extra] === 1) extra++;
  return extra === 0 ? value : machine.graph.apply('reshape', [value], { shape: value.shape.slice(extra) });
}

function single(item: Value, size: number): { start: number; stop: number; step: number } {
  const number = asNumber(item);
  const at = integerOf(number ?? item, 'an index');
  const front = at < 0 ? at + size : at;
  if (front < 0 || front >= size) throw new ShapeError(`index ${at} is out of range for size ${size}`);
  return { start: front, stop: front + 1, step: 1 };
}

/** A slice that runs backwards, in places counted from the end. */
function backwards(
  { start, stop }: Extract<Value, { kind: 'slice' }>,
  size: number,
  step: number,
): { start: number; stop: number; step: number } {
  const bound = (value: Value, absent: number): number => {
    if (value.kind === 'none') return absent;
    const number = integerOf(value, 'a bound of a slice');
    return Math.max(-1, Math.min(size - 1, number < 0 ? number + size : number));
  };
  const first = size - 1 - bound(start, size - 1);
  return { start: first, stop: Math.max(first, size - 1 - bound(stop, -1)), step };
}

function sliceOf(item: Extract<Value, { kind: 'slice' }>, size: number): { start: number; stop: number; step: number } {
  const step = item.step.kind === 'none' ? 1 : integerOf(item.step, 'a step');
  if (step < 0) return backwards(item, size, step);
  const bound = (value: Value, absent: number): number => {
    if (value.kind === 'none') return absent;
    const number = integerOf(value, 'a bound of a slice');
    return Math.max(0, Math.min(size, number < 0 ? number + size : number));
  };
  const [start, stop] = [bound(item.start, 0), bound(item.stop, size)];
  const last = asNumber(item.stop) ? integerOf(item.stop, 'a bound of a slice') : 0;
  if (size > 0 && (last < -size || (last === -size && size > 1)))
    throw new TooShort('a slice that ends before the axis begins', size, -last);
  return { start, stop: Math.max(start, stop), step };
}

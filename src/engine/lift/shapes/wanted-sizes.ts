import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import { TooShort, type ComparedSizes } from '../state/breach';

/** A shape that a node should have. */
export type Wanted = readonly [Expression, Shape];

/** What was measured with the sizes that it was compared with, or somewhat more or less where one is only larger. */
export function resized(nodes: readonly Expression[], { one, other, shapes }: ComparedSizes): Wanted[] {
  const ways = [
    [one, other],
    [other, one],
  ] as const;
  if (shapes)
    return ways.flatMap(([from, to]) => nodes.flatMap((node): Wanted[] => (node.shape.join() === from.join() ? [[node, to]] : [])));
  return nodes.flatMap((node) => ways.flatMap(([[from], [to = 0]]) => [to, to + 1, to - 1].flatMap((size) => withSize(node, from, size))));
}

/** What was cut at a bound before its axis begins, with an axis so much longer, or twice as much where the bound is half of it. */
export function lengthened(nodes: readonly Expression[], error: Error): Wanted[] {
  if (!(error instanceof TooShort)) return [];
  const { size, lacking } = error;
  return [size + lacking + 2, size + 2 * lacking + 4].flatMap((longer) => nodes.flatMap((node) => withSize(node, size, longer)));
}

/** A node whose axes of one size have another one. */
function withSize(node: Expression, from: number | undefined, size: number): Wanted[] {
  if (size < 1 || size === from) return [];
  return node.shape.flatMap((own, axis): Wanted[] => (own === from ? [[node, node.shape.with(axis, size)]] : []));
}

/** What would be reshaped into these sizes: those, or those without axes of one element. */
export function reshapes(node: Expression | undefined, sizes: unknown): Wanted[] {
  if (!node || !Array.isArray(sizes)) return [];
  const to = sizes.map(Number);
  const whole = to.every((size) => size > 0) ? [to.filter((size) => size !== 1), to] : [];
  const shapes = whole.length > 0 ? whole : ending(node.shape, to.slice(to.lastIndexOf(-1) + 1));
  return shapes.filter((shape) => sizeOf(shape) !== sizeOf(node.shape)).map((shape) => [node, shape] as const);
}

/** Shapes that end in some axes: what is left over goes into the one before them. */
function ending(own: Shape, tail: Shape): Shape[] {
  if (tail.length === 0 || !tail.every((size) => size > 0)) return [];
  const lead = own.slice(0, Math.max(1, own.length - tail.length));
  return [
    [...lead, ...tail],
    [2, ...tail],
    [2, 3, ...tail],
  ];
}

/** What would be cut into rows of some sizes: rows of them, or as many elements in the last axis. */
export function divided(node: Expression, message: string): Wanted[] {
  const sizes = /^a tensor of \d+ elements cannot be reshaped to \((.*)\)$/.exec(message)?.[1]?.split(', ').map(Number) ?? [];
  const row = sizes.filter((size) => size !== -1);
  const length = sizeOf(row);
  if (length < 2) return [];
  const rows = node.shape.length > 1 ? node.shape.slice(0, -1) : [2];
  return [
    [node, [...rows, length]],
    [node, sizes.map((size) => (size === -1 ? 2 : size))],
  ];
}

/** What asks for more of an axis than there is: a place behind its end, so many of the largest, a window of it. */
const BEYOND: readonly (readonly [RegExp, most: number])[] = [
  [/^index (\d+) is out of range for size (\d+)/, 1],
  [/^the (\d+) largest of (\d+)/, 0],
  [/^windows of (\d+) in an axis of (\d+)/, 0],
];

/** All parameters that have axes as long as one that is too short for what is taken from it, with longer ones. */
export function grown(message: string, leaves: ReadonlyMap<string, Shape>): Map<string, Shape>[] {
  const [pattern, more = 0] = BEYOND.find(([one]) => one.test(message)) ?? [];
  const [, asked = 0, size = 0] = pattern?.exec(message)?.map(Number) ?? [];
  const isPlane = message.startsWith('windows');
  const longer = (shape: Shape): Shape =>
    shape.map((one, axis) => (one === size || (isPlane && axis > 1 && axis > shape.length - 3 && one < asked) ? asked + more : one));
  const demand = new Map(
    [...leaves].map(([path, shape]) => [path, longer(shape)] as const).filter(([path, shape]) => shape.join() !== leaves.get(path)?.join()),
  );
  return size > 0 && demand.size > 1 ? [demand] : [];
}

/** An operand with an axis long enough for a position that it lacks. */
export function reaching(nodes: readonly Expression[], message: string): Wanted[] {
  const [, position, size] = /^index (\d+) is out of range for size (\d+)/.exec(message)?.map(Number) ?? [];
  const [, most, of] = /^the (\d+) largest of (\d+)/.exec(message)?.map(Number) ?? [];
  if (most !== undefined && of !== undefined) return nodes.flatMap((node) => withSize(node, of, most)).reverse();
  if (position === undefined) return [];
  return nodes.flatMap((node) =>
    node.shape.flatMap((one, axis): Wanted[] => (one === size ? [[node, node.shape.with(axis, position + 1)]] : [])).reverse(),
  );
}

import { sizeOf, type Expression } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import { opNamed } from '../../ops/registry';

/** Shapes of parameters, by path. */
export type Demand = ReadonlyMap<string, Shape>;

/** How far a demand is followed back. */
const DEEPEST = 24;

/** Operations that change no shape, beside the elementwise ones. */
const KEEPS = new Set('softmax log_softmax cumsum cumprod flip roll sort tril triu normalize stop_gradient to_float'.split(' '));

const REDUCES = new Set('sum mean max min prod any all logsumexp norm var std argmax argmin count_nonzero'.split(' '));

/** The shapes of parameters under which a node gets a wanted shape, as far as operations that move elements tell; null: they do not. */
export function demanded(node: Expression, wanted: Shape): Demand | null {
  const demand = new Map<string, Shape>();
  return follow(node, wanted, demand, 0) && demand.size > 0 ? demand : null;
}

function follow(node: Expression, wanted: Shape, into: Map<string, Shape>, depth: number): boolean {
  if (depth > DEEPEST || wanted.some((size) => !(size > 0))) return false;
  if (node.op === 'parameter') return settle(String(node.attributes['name']), wanted, into);
  if (node.op === 'opaque' && node.attributes['path'] !== undefined) return settle(String(node.attributes['path']), wanted, into);
  if (alike(node.shape, wanted)) return true;
  const [first] = node.args;
  // What is made of constants alone may have been made as large as something else
  if (!first) return node.op === 'constant';
  const back = (shape: Shape | null, arg = first): boolean => shape !== null && follow(arg, shape, into, depth + 1);
  if (opNamed(node.op)?.elementwise || node.op === 'select') return node.args.every((arg) => operand(node, arg, wanted, back));
  if (KEEPS.has(node.op)) return back(wanted);
  if (REDUCES.has(node.op)) return back(unreduced(node, first.shape, wanted));
  switch (node.op) {
    case 'transpose':
      return back(unturned(node, wanted));
    case 'reshape':
      return back(unshaped(first.shape, node.shape, wanted));
    case 'slice':
      return back(uncut(node, first.shape, wanted));
    case 'broadcast_to':
      return back(unspread(first.shape, node.shape, wanted));
    case 'concatenate':
      return node.args.every((arg) => back(replaced(wanted, axisOf(node), arg.shape[axisOf(node)]), arg));
    case 'stack':
      return node.args.every((arg) => back(wanted.toSpliced(axisOf(node), 1), arg));
    case 'gather':
      return back(wanted, node.args[1]) && back(replaced(wanted, axisOf(node), first.shape[axisOf(node)]));
    case 'take':
      return back(unpicked(node, wanted)) || back(taken(node, wanted), node.args[1]);
    case 'one_hot':
      return back(wanted.slice(0, -1));
    default:
      return false;
  }
}

function settle(path: string, wanted: Shape, into: Map<string, Shape>): boolean {
  const before = into.get(path);
  if (before && !alike(before, wanted)) return false;
  into.set(path, wanted);
  return true;
}

/** An operand of an elementwise operation follows the result, save along axes where it is spread. */
function operand(node: Expression, arg: Expression, wanted: Shape, back: (shape: Shape | null, arg: Expression) => boolean): boolean {
  if (node.shape.length === 0) return arg.kind === 'weak' || arg.op === 'constant' || back(wanted, arg);
  if (arg.shape.every((size) => size === 1)) return true;
  if (arg.shape.length !== node.shape.length) return alike(node.shape.slice(-arg.shape.length), wanted.slice(-arg.shape.length));
  if (wanted.length !== node.shape.length) return alike(arg.shape, node.shape) && back(wanted, arg);
  return back(
    wanted.map((size, axis) => (arg.shape[axis] === node.shape[axis] ? size : (arg.shape[axis] ?? 1))),
    arg,
  );
}

function unreduced(node: Expression, from: Shape, wanted: Shape): Shape | null {
  const { axes, axis, keepdims } = node.attributes;
  const listed = Array.isArray(axes) ? axes.map(Number) : typeof axis === 'number' ? [axis] : null;
  if (!listed) return null;
  const gone = listed.map((one) => (one < 0 ? one + from.length : one)).sort((a, b) => a - b);
  if (keepdims === true)
    return wanted.length === from.length ? wanted.map((size, at) => (gone.includes(at) ? (from[at] ?? 1) : size)) : null;
  return gone.reduce<number[]>((shape, at) => shape.toSpliced(at, 0, from[at] ?? 1), [...wanted]);
}

function unturned(node: Expression, wanted: Shape): Shape | null {
  const { axes } = node.attributes;
  const turned = Array.isArray(axes) ? axes.map(Number) : wanted.map((_, i) => wanted.length - 1 - i);
  // Axes behind two that change places stay where they are
  const order = turned.length === 2 ? [...turned, ...wanted.slice(2).map((_, i) => i + 2)] : turned;
  if (order.length !== wanted.length) return null;
  const result = new Array<number>(wanted.length).fill(1);
  order.forEach((axis, i) => (result[axis] = wanted[i] ?? 1));
  return result;
}

/** Through axes of one element that were put in or left out; an axis that was put in counts from the front. */
function unshaped(from: Shape, to: Shape, wanted: Shape): Shape | null {
  const put = inserted(from, to);
  if (put) {
    const isLast = put.length === 1 && put[0] === to.length - 1;
    if (isLast && wanted.length === from.length && wanted.length > 1) return wanted.slice(0, -1);
    const kept = wanted.filter((size, axis) => !(put.includes(axis) && size === 1));
    return kept.length === wanted.length - put.length ? kept : wanted.filter((_, axis) => !put.includes(axis));
  }
  const flat = wanted.filter((size) => size !== 1);
  if (flat.length === 1 && to.filter((size) => size !== 1).length === 1 && from.filter((size) => size !== 1).length > 1) return flat;
  const rest = sizeOf(from.slice(0, -1));
  const only = to.length === 1 && wanted.length === 1 && from.length > 1 ? (wanted[0] ?? 0) : 0;
  if (only > 0 && only % rest === 0) return [...from.slice(0, -1), only / rest];
  const left = inserted(to, from);
  if (left?.join() === '0' && wanted.length !== to.length) return [1, ...wanted];
  if (left?.join() === String(to.length) && wanted.length !== to.length) return [...wanted, 1];
  return left && wanted.length === to.length ? left.reduce<number[]>((shape, axis) => shape.toSpliced(axis, 0, 1), [...wanted]) : null;
}

/** The axes of one element that `to` has more than `from`; null where more was changed. */
function inserted(from: Shape, to: Shape): number[] | null {
  const result: number[] = [];
  let at = 0;
  to.forEach((size, axis) => {
    if (from[at] === size && !(size === 1 && to.length - axis > from.length - at)) at++;
    else if (size === 1) result.push(axis);
    else at = NaN;
  });
  return at === from.length ? result : null;
}

/** Through a cut; one of the last axis alone leaves open how many axes are before it. */
function uncut(node: Expression, from: Shape, wanted: Shape): Shape | null {
  const isRow = wanted.length > 0 && wanted.length !== node.shape.length && alike(node.shape.slice(1), from.slice(1));
  if (isRow && wanted[0] === node.shape[0]) return [from[0] ?? 1, ...wanted.slice(1)];
  const last = alike(node.shape.slice(0, -1), from.slice(0, -1)) && wanted.at(-1) === node.shape.at(-1);
  if (wanted.length !== node.shape.length) return last ? [...wanted.slice(0, -1), from.at(-1) ?? 1] : null;
  // Of an axis that is cut, as much is cut off as before
  return wanted.map((size, axis) => (from[axis] ?? size) + size - (node.shape[axis] ?? size));
}

function unspread(from: Shape, to: Shape, wanted: Shape): Shape | null {
  const lead = to.length - from.length;
  if (wanted.length === to.length) return from.map((size, axis) => (size === to[axis + lead] ? (wanted[axis + lead] ?? size) : size));
  if (lead > 0) return null;
  return wanted.map((size, axis) => (from[axis] === 1 ? 1 : size));
}

/** The shape of what rows are taken out of, where these should have no axes of their own. */
function unpicked(node: Expression, wanted: Shape): Shape | null {
  const [axis, from, index] = [axisOf(node), node.args[0]?.shape ?? [], node.args[1]?.shape ?? []];
  const rows = node.shape.slice(0, axis + index.length);
  return rows.length < node.shape.length && alike(rows, wanted) ? from.slice(0, axis + 1) : null;
}

/** The shape of the index that takes rows out of something. */
function taken(node: Expression, wanted: Shape): Shape | null {
  const axis = axisOf(node);
  const after = (node.args[0]?.shape.length ?? 0) - axis - 1;
  const [before, rest] = [wanted.slice(0, axis), after > 0 ? wanted.slice(-after) : []];
  const fits = alike(before, node.shape.slice(0, axis)) && alike(rest, after > 0 ? node.shape.slice(-after) : []);
  return fits && wanted.length >= axis + after ? wanted.slice(axis, wanted.length - after) : null;
}

function replaced(shape: Shape, axis: number, size: number | undefined): Shape | null {
  return size === undefined || axis >= shape.length ? null : shape.with(axis, size);
}

function axisOf(node: Expression): number {
  const axis = Number(node.attributes['axis'] ?? 0);
  return axis < 0 ? axis + node.shape.length : axis;
}

function alike(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

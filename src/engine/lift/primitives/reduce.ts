import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { ShapeError, type Attributes } from '../../numerics/signature';
import { between } from '../indexing/index-tensor';
import { compress } from '../indexing/mask';
import type { Machine } from '../machine';
import { Raised, Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { iterate } from '../values/iterate';
import { opaque } from '../values/opaque';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import type { Bound } from './bound';
import { part } from './join';
import type { Primitive } from './primitive';

function tensors(machine: Machine, ...nodes: readonly Expression[]): Value {
  return tuple(
    nodes.map((node) => tensorOf(machine, node)),
    nodes.length === 2 ? ['values', 'indices'] : undefined,
  );
}

/** A mean; TensorFlow's of integers is one, cut towards 0. */
function wholeMean(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const mean = applyNodes(machine, 'mean', [node], {
    axes: at.axes('axes', node.shape.length),
    keepdims: at.has('keepdims') && at.flag('keepdims'),
  });
  return tensorOf(machine, node.kind === 'int' ? machine.graph.apply('to_int', [mean]) : mean);
}

function floating(machine: Machine, node: Expression): Expression {
  return node.kind === 'float' || node.kind === 'weak' ? node : machine.graph.apply('to_float', [node]);
}

/** torch's max and min: of all, of two tensors, or values with their positions along an axis. */
function extreme(machine: Machine, at: Bound, name: 'max' | 'min'): Value {
  const second = at.has('other') ? at.value('other') : at.value('axis');
  if (second.kind === 'none') return machine.apply(name, [at.value('x')], { axes: null, keepdims: false });
  if (isArray(second)) return machine.apply(name === 'max' ? 'maximum' : 'minimum', [at.value('x'), second]);
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  const keepdims = at.flag('keepdims');
  const values = applyNodes(machine, name, [node], { axes: [axis], keepdims, ties: 'first' });
  return tuple(
    [
      tensorOf(machine, values),
      positions(machine, () => applyNodes(machine, name === 'max' ? 'argmax' : 'argmin', [node], { axis, keepdims })),
    ],
    ['values', 'indices'],
  );
}

/** Positions that cannot be told are a gap only where they are used. */
function positions(machine: Machine, find: () => Expression): Value {
  try {
    return tensorOf(machine, find());
  } catch (error) {
    if (error instanceof Unreadable) return opaque(machine, 'positions', error.message, []);
    throw error;
  }
}

/** How many values fewer the divisor counts. */
function correctionOf(at: Bound): number {
  return at.has('correction') ? at.number('correction') : at.flag('unbiased') ? 1 : 0;
}

/** `var(dim, unbiased)`: the first argument may be the truth value. */
function spread(machine: Machine, at: Bound, name: 'var' | 'std', correction: number): Value {
  const node = at.node('x');
  const first = at.value('axis');
  const axes = first.kind === 'boolean' ? null : at.axes('axis', node.shape.length);
  return tensorOf(
    machine,
    applyNodes(machine, name, [node], {
      axes,
      keepdims: at.flag('keepdims'),
      correction: first.kind === 'boolean' ? Number(first.value) : correction,
    }),
  );
}

function withMean(machine: Machine, at: Bound, name: 'var' | 'std', correction: number, meanFirst: boolean): Value {
  const node = at.node('x');
  const attributes = { axes: at.axes('axis', node.shape.length), keepdims: at.flag('keepdims') };
  const mean = tensorOf(machine, applyNodes(machine, 'mean', [node], attributes));
  const other = spread(machine, at, name, correction);
  return tuple(meanFirst ? [mean, other] : [other, mean]);
}

function ordered(at: Bound): { node: Expression; axis: number; attributes: Attributes } {
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  return { node, axis, attributes: { axis, descending: at.flag('descending') } };
}

function topk(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  const descending = at.flag('largest');
  const count = at.value('k');
  const open = count.kind === 'tensor' && expressionOf(machine, count).kind === 'int' && expressionOf(machine, count).op !== 'constant';
  if (open) return largestByCount(machine, node, axis, descending, expressionOf(machine, count));
  const k = at.integer('k');
  if (k > (node.shape[axis] ?? 0)) throw new ShapeError(`the ${k} largest of ${node.shape[axis] ?? 0}`);
  const first = (sorted: Expression): Expression => part(machine, sorted, axis, 0, k);
  return tensors(
    machine,
    first(applyNodes(machine, 'sort', [node], { axis, descending })),
    first(applyNodes(machine, 'argsort', [node], { axis, descending })),
  );
}

/** As many of the largest as a number of the graph says. */
function largestByCount(machine: Machine, node: Expression, axis: number, descending: boolean, count: Expression): Value {
  const scalar = count.shape.length === 0 ? count : machine.graph.apply('reshape', [count], { shape: [] });
  const mask = between(machine, node.shape[axis] ?? 1, null, scalar);
  const chosen = (op: string): Value => compress(machine, applyNodes(machine, op, [node], { axis, descending }), { mask, before: axis });
  return tuple([chosen('sort'), chosen('argsort')]);
}

/** torch takes the lower of two middles and gives positions along an axis; NumPy takes their mean. */
function median(machine: Machine, at: Bound): Value {
  const whole = at.node('x');
  const flat = !at.has('axis');
  const node = flat ? machine.graph.apply('reshape', [whole], { shape: [sizeOf(whole.shape)] }) : whole;
  const axis = flat ? 0 : at.axis('axis', node.shape.length);
  const size = node.shape[axis] ?? 1;
  const sorted = applyNodes(machine, 'sort', [node], { axis, descending: false });
  const middle = (index: number): Expression => {
    const one = part(machine, sorted, axis, index, index + 1);
    return at.flag('keepdims') ? one : machine.graph.apply('reshape', [one], { shape: node.shape.filter((_, i) => i !== axis) });
  };
  const lower = middle(Math.floor((size - 1) / 2));
  if (machine.library.framework.id === 'torch') {
    if (flat) return tensorOf(machine, shared(machine, whole, lower));
    return tuple([tensorOf(machine, lower)], ['values']);
  }
  if (size % 2 === 1) return tensorOf(machine, lower);
  const sum = applyNodes(machine, 'add', [lower, middle(size / 2)]);
  return tensorOf(machine, applyNodes(machine, 'divide', [sum, machine.graph.constant(2)]));
}

/** torch shares the gradient of the median of all elements among those that are equal to it. */
function shared(machine: Machine, x: Expression, value: Expression): Expression {
  const mask = applyNodes(machine, 'equal', [x, applyNodes(machine, 'stop_gradient', [value])]);
  const sum = (node: Expression): Expression => applyNodes(machine, 'sum', [node], { axes: null, keepdims: false });
  const kept = applyNodes(machine, 'where', [mask, x, machine.graph.constant(0)]);
  return applyNodes(machine, 'surrogate', [value, applyNodes(machine, 'divide', [sum(kept), sum(mask)])]);
}

function average(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axes = at.axes('axis', node.shape.length);
  if (!at.has('weights')) return machine.apply('mean', [at.value('x')], { axes, keepdims: false });
  const weights = at.node('weights');
  if (weights.shape.join() !== node.shape.join()) throw new Unreadable('average with weights of another shape');
  const total = applyNodes(machine, 'sum', [applyNodes(machine, 'multiply', [node, weights])], { axes, keepdims: false });
  return tensorOf(machine, applyNodes(machine, 'divide', [total, applyNodes(machine, 'sum', [weights], { axes, keepdims: false })]));
}

function orderOf(value: Value): number {
  if (value.kind === 'none') return 2;
  if (value.kind === 'text') {
    if (value.value === 'fro' || value.value === 'euclidean') return 2;
    if (value.value.endsWith('inf')) return value.value.startsWith('-') ? -Infinity : Infinity;
    throw new Unreadable(`norm of order ${value.value}`);
  }
  const number = asNumber(value);
  if (!number) throw new Unreadable('a norm of unknown order');
  return number.value;
}

function norm(machine: Machine, at: Bound): Value {
  const node = floating(machine, at.node('x'));
  const axes = at.axes('axes', node.shape.length);
  const order = at.value('ord');
  const over = axes ?? node.shape.map((_, axis) => axis);
  const kinds = { never: false, given: axes !== null, always: true }[at.text('matrices')] ?? true;
  if (over.length === 2 && order.kind === 'text' && order.value === 'nuc')
    return spectralNorm(machine, node, over, 'sum', at.flag('keepdims'));
  if (kinds && over.length === 2 && asNumber(order)?.value === 2) return spectralNorm(machine, node, over, 'max', at.flag('keepdims'));
  if (kinds && over.length === 2 && asNumber(order) !== null) return matrixNorm(machine, node, over, orderOf(order), at.flag('keepdims'));
  return tensorOf(machine, applyNodes(machine, 'norm', [node], { ord: orderOf(order), axes, keepdims: at.flag('keepdims') }));
}

/** The sum or the largest of the singular values of the last two axes. */
function spectralNorm(machine: Machine, node: Expression, axes: readonly number[], op: 'sum' | 'max', keepdims: boolean): Value {
  const rank = node.shape.length;
  if (axes[0] !== rank - 2 || axes[1] !== rank - 1) throw new Unreadable('a matrix norm');
  const norm = applyNodes(machine, op, [applyNodes(machine, 'singular_values', [node])], { axes: [rank - 2], keepdims: false });
  return tensorOf(machine, keepdims ? applyNodes(machine, 'reshape', [norm], { shape: [...norm.shape, 1, 1] }) : norm);
}

/** The largest column sum (order 1) or row sum (order ∞) of absolute values. */
function matrixNorm(
  machine: Machine,
  node: Expression,
  [rows = 0, columns = 1]: readonly number[],
  order: number,
  keepdims: boolean,
): Value {
  if (order !== 1 && order !== Infinity) throw new Unreadable('a matrix norm');
  const [summed, largest] = order === 1 ? [rows, columns] : [columns, rows];
  const sums = applyNodes(machine, 'sum', [applyNodes(machine, 'abs', [node])], { axes: [summed], keepdims: true });
  const result = applyNodes(machine, 'max', [sums], { axes: [largest], keepdims: true });
  const shape = result.shape.filter((_, axis) => axis !== rows && axis !== columns);
  return tensorOf(machine, keepdims ? result : applyNodes(machine, 'reshape', [result], { shape }));
}

/** `tf.math.l2_normalize`: x · rsqrt(max(Σx², eps)). */
function unit(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axes = at.axes('axis', node.shape.length);
  const total = applyNodes(machine, 'sum', [applyNodes(machine, 'square', [node])], { axes, keepdims: true });
  const bounded = applyNodes(machine, 'maximum', [total, machine.graph.constant(at.number('eps'))]);
  return tensorOf(machine, applyNodes(machine, 'multiply', [node, applyNodes(machine, 'rsqrt', [bounded])]));
}

/** torch's rule for an absent axis: 0 for ranks 0, 1 and 3, else 1; other libraries take the last. */
function softened(machine: Machine, at: Bound, op: 'softmax' | 'log_softmax'): Value {
  const node = at.node('x');
  const rank = node.shape.length;
  const legacy = rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
  const absent = machine.library.framework.id === 'torch' ? legacy : rank - 1;
  if (rank === 0) throw new ShapeError('softmax of a scalar');
  if (!at.has('axis') && at.has('absent') && rank > 1) {
    const flat = applyNodes(machine, 'reshape', [node], { shape: [sizeOf(node.shape)] });
    return tensorOf(machine, applyNodes(machine, 'reshape', [applyNodes(machine, op, [flat], { axis: 0 })], { shape: node.shape }));
  }
  return tensorOf(machine, applyNodes(machine, op, [node], { axis: at.has('axis') ? at.axis('axis', rank) : absent }));
}

/** Reductions with several results or several meanings. */
export const REDUCTIONS = {
  whole_mean: wholeMean,
  torch_max: (machine, at) => extreme(machine, at, 'max'),
  torch_min: (machine, at) => extreme(machine, at, 'min'),
  torch_var: (machine, at) => spread(machine, at, 'var', correctionOf(at)),
  torch_std: (machine, at) => spread(machine, at, 'std', correctionOf(at)),
  moments: (machine, at) => withMean(machine, at, 'var', 0, true),
  std_mean: (machine, at) => withMean(machine, at, 'std', at.flag('unbiased') ? 1 : 0, false),
  var_mean: (machine, at) => withMean(machine, at, 'var', at.flag('unbiased') ? 1 : 0, false),
  sort: (machine, at) => {
    const { node, attributes } = ordered(at);
    return tensors(machine, applyNodes(machine, 'sort', [node], attributes), applyNodes(machine, 'argsort', [node], attributes));
  },
  argsort: (machine, at) => {
    const { node, attributes } = ordered(at);
    return tensorOf(machine, applyNodes(machine, 'argsort', [node], attributes));
  },
  topk,
  median,
  average,
  norm,
  normalize: (machine, at) => {
    const node = at.node('x');
    return tensorOf(
      machine,
      applyNodes(machine, 'normalize', [node], { ord: at.number('ord'), axis: at.axis('axis', node.shape.length), eps: at.number('eps') }),
    );
  },
  l2_normalize: unit,
  softmax: (machine, at) => softened(machine, at, 'softmax'),
  log_softmax: (machine, at) => softened(machine, at, 'log_softmax'),
  add_n: (machine, at) => {
    const [first, ...rest] = iterate(machine, at.value('tensors'));
    if (!first) throw new Raised('no tensors to add');
    return rest.reduce((sum, item) => machine.apply('add', [sum, item]), first);
  },
  nan_to_num: (machine, at) => {
    const limit = (name: string): number | null => (at.has(name) ? at.number(name) : null);
    return tensorOf(
      machine,
      applyNodes(machine, 'nan_to_num', [at.node('x')], { nan: at.number('nan'), posinf: limit('posinf'), neginf: limit('neginf') }),
    );
  },
  isclose: (machine, at) => {
    const [x, y] = [at.node('x'), at.node('y')];
    const distance = applyNodes(machine, 'abs', [applyNodes(machine, 'subtract', [x, y])]);
    const scale = applyNodes(machine, 'multiply', [machine.graph.constant(at.number('rtol')), applyNodes(machine, 'abs', [y])]);
    return tensorOf(
      machine,
      applyNodes(machine, 'less_equal', [distance, applyNodes(machine, 'add', [machine.graph.constant(at.number('atol')), scale])]),
    );
  },
} satisfies Record<string, Primitive>;

import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { integerOf, itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';
import type { Bound } from './bound';
import { einops } from './einops';
import type { Primitive } from './primitive';

function einsum(machine: Machine, at: Bound): Value {
  const operands = at.items('operands').map((item) => expressionOf(machine, item));
  return tensorOf(machine, applyNodes(machine, 'einsum', operands, { equation: at.text('equation').replace(/\s+/g, '') }));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Contraction over pairs of axes, said as an einsum. */
function tensordot(machine: Machine, at: Bound): Value {
  const [x, y] = [at.node('x'), at.node('y')];
  const [left, right] = contracted(at.value('axes'), x, y);
  return tensorOf(machine, contraction(machine, x, y, left, right));
}

/** A sum of products over pairs of axes; the others follow one another, those of the first tensor in front. */
function contraction(machine: Machine, x: Expression, y: Expression, left: readonly number[], right: readonly number[]): Expression {
  const first = x.shape.map((_, i) => LETTERS[i] ?? 'z');
  const second = y.shape.map((_, i) => {
    const pair = right.indexOf(i);
    return pair >= 0 ? (first[left[pair] ?? 0] ?? 'z') : (LETTERS[x.shape.length + i] ?? 'z');
  });
  const kept = [...first.filter((_, i) => !left.includes(i)), ...second.filter((_, i) => !right.includes(i))];
  const equation = `${first.join('')},${second.join('')}->${kept.join('')}`;
  return applyNodes(machine, 'einsum', [x, y], { equation });
}

function contracted(axes: Value, x: Expression, y: Expression): [number[], number[]] {
  const count = asNumber(axes)?.value;
  if (count !== undefined) return [x.shape.map((_, i) => i).slice(x.shape.length - count), y.shape.map((_, i) => i).slice(0, count)];
  const [a, b] = itemsOf(axes) ?? [];
  const list = (value: Value | undefined, rank: number): number[] => {
    if (!value) throw new Unreadable('tensordot over unknown axes');
    const items = itemsOf(value) ?? [value];
    return items.map((item) => integerOf(item, 'an axis')).map((axis) => (axis < 0 ? axis + rank : axis));
  };
  return [list(a, x.shape.length), list(b, y.shape.length)];
}

/** NumPy's dot: scalars multiply, vectors contract, matrices multiply. */
function dot(machine: Machine, at: Bound): Value {
  const [x, y] = [at.node('x'), at.node('y')];
  if (x.shape.length === 0 || y.shape.length === 0) return machine.apply('multiply', [at.value('x'), at.value('y')]);
  if (y.shape.length > 2) return tensorOf(machine, contraction(machine, x, y, [x.shape.length - 1], [y.shape.length - 2]));
  return tensorOf(machine, applyNodes(machine, 'matmul', [x, y]));
}

function scaled(machine: Machine, node: Expression, factor: Value): Expression {
  return asNumber(factor)?.value === 1 && factor.kind === 'number' && !factor.node
    ? node
    : applyNodes(machine, 'multiply', [node, expressionOf(machine, factor)]);
}

function linear(machine: Machine, at: Bound): Value {
  const weight = applyNodes(machine, 'transpose', [at.node('weight')], { axes: [1, 0] });
  const product = applyNodes(machine, 'matmul', [at.node('x'), weight]);
  return tensorOf(machine, at.has('bias') ? applyNodes(machine, 'add', [product, at.node('bias')]) : product);
}

/** torch's `div(rounding_mode=…)`. */
function divided(machine: Machine, at: Bound): Value {
  const operands = [at.value('x'), at.value('y')];
  if (!at.has('rounding_mode')) return machine.apply('divide', operands);
  if (at.text('rounding_mode') === 'floor') return machine.apply('floor_divide', operands);
  return machine.apply('trunc', [machine.apply('divide', operands)]);
}

/** `input + value · f(x, y)`. */
function combined(machine: Machine, at: Bound, op: 'multiply' | 'divide'): Value {
  const term = scaled(machine, applyNodes(machine, op, [at.node('x'), at.node('y')]), at.value('value'));
  return tensorOf(machine, applyNodes(machine, 'add', [at.node('input'), term]));
}

/** Products, contractions and scaled sums. */
export const PRODUCTS = {
  einsum,
  tensordot,
  dot,
  inner: (machine, at) => {
    const [x, y] = [at.node('x'), at.node('y')];
    if (x.shape.length !== 1 || y.shape.length !== 1) throw new ShapeError('inner product of matrices');
    return tensorOf(machine, applyNodes(machine, 'matmul', [x, y]));
  },
  rearrange: (machine, at) => einops(machine, at, 'rearrange'),
  einops_reduce: (machine, at) => einops(machine, at, 'reduce'),
  einops_repeat: (machine, at) => einops(machine, at, 'repeat'),
  linear,
  product_of_rank: (machine, at) => {
    const [x, y, rank] = [at.node('x'), at.node('y'), at.integer('rank')];
    const wrong = [x, y].filter(({ shape }) => shape.length !== rank);
    if (wrong.length > 0) machine.graph.misfit('product', wrong, { used: rank }, `a product of tensors with ${rank} axes`);
    return tensorOf(machine, applyNodes(machine, 'matmul', [x, y]));
  },
  addmm: (machine, at) => {
    const product = scaled(machine, applyNodes(machine, 'matmul', [at.node('x'), at.node('y')]), at.value('alpha'));
    return tensorOf(machine, applyNodes(machine, 'add', [scaled(machine, at.node('input'), at.value('beta')), product]));
  },
  addcmul: (machine, at) => combined(machine, at, 'multiply'),
  addcdiv: (machine, at) => combined(machine, at, 'divide'),
  add_scaled: (machine, at) => scaledSum(machine, at, 'add'),
  subtract_scaled: (machine, at) => scaledSum(machine, at, 'subtract'),
  divide: divided,
} satisfies Record<string, Primitive>;

function scaledSum(machine: Machine, at: Bound, op: 'add' | 'subtract'): Value {
  const factor = at.value('alpha');
  const plain = factor.kind === 'number' && factor.value === 1 && !factor.node;
  return machine.apply(op, [at.value('x'), plain ? at.value('y') : machine.apply('multiply', [factor, at.value('y')])]);
}

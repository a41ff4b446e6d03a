import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { applyNodes } from '../values/apply';
import { iterate } from '../values/iterate';
import { tensorOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import type { Bound } from './bound';
import { part } from './join';
import type { Primitive } from './primitive';

/** The k-th smallest along an axis, and where it is. */
function kth(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  const k = at.integer('k');
  if (k < 1 || k > (node.shape[axis] ?? 0)) throw new ShapeError(`element ${k} of an axis of ${node.shape[axis] ?? 0}`);
  const shape = node.shape.flatMap((size, i) => (i !== axis ? [size] : at.flag('keepdims') ? [1] : []));
  const picked = (op: string): Value => {
    const ordered = applyNodes(machine, op, [node], { axis, descending: false });
    return tensorOf(machine, applyNodes(machine, 'reshape', [part(machine, ordered, axis, k - 1, k)], { shape }));
  };
  return tuple([picked('sort'), picked('argsort')], ['values', 'indices']);
}

/** The sign of a determinant and the logarithm of its size. */
function slogdet(machine: Machine, at: Bound): Value {
  const determinant = applyNodes(machine, 'det', [at.node('x')]);
  const of = (op: string, node: Expression): Expression => applyNodes(machine, op, [node]);
  return tuple(
    [of('sign', determinant), of('log', of('abs', determinant))].map((node) => tensorOf(machine, node)),
    ['sign', 'logabsdet'],
  );
}

/** `numpy.select`: the choice of the first condition that holds. */
function cases(machine: Machine, at: Bound): Value {
  const conditions = iterate(machine, at.value('conditions'));
  const choices = iterate(machine, at.value('choices'));
  if (conditions.length !== choices.length) throw new ShapeError('as many choices as conditions are needed');
  return conditions.reduceRight<Value>(
    (rest, condition, i) => machine.apply('where', [condition, choices[i] ?? rest, rest]),
    tensorOf(machine, at.node('standard')),
  );
}

/** What takes an array apart, and products of parts. */
export const PIECES = {
  kth,
  slogdet,
  select_cases: cases,
  dist: (machine, at) => {
    const gap = applyNodes(machine, 'subtract', [at.node('x'), at.node('y')]);
    return tensorOf(machine, applyNodes(machine, 'norm', [gap], { ord: at.number('p'), axes: null, keepdims: false }));
  },
  vecdot: (machine, at) => {
    const product = applyNodes(machine, 'multiply', [at.node('x'), at.node('y')]);
    return tensorOf(machine, applyNodes(machine, 'sum', [product], { axes: [at.axis('axis', product.shape.length)], keepdims: false }));
  },
  logsumexp_weighted: (machine, at) => {
    const node = at.node('x');
    const axes = at.axes('axis', node.shape.length);
    const keepdims = at.flag('keepdims');
    if (!at.has('b')) return tensorOf(machine, applyNodes(machine, 'logsumexp', [node], { axes, keepdims }));
    const top = applyNodes(machine, 'stop_gradient', [applyNodes(machine, 'max', [node], { axes, keepdims: true })]);
    const terms = applyNodes(machine, 'multiply', [
      at.node('b'),
      applyNodes(machine, 'exp', [applyNodes(machine, 'subtract', [node, top])]),
    ]);
    const sum = applyNodes(machine, 'sum', [terms], { axes, keepdims });
    const back = applyNodes(machine, 'reshape', [top], { shape: sum.shape });
    return tensorOf(machine, applyNodes(machine, 'add', [applyNodes(machine, 'log', [sum]), back]));
  },
} satisfies Record<string, Primitive>;

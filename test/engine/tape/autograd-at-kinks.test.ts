import assert from 'node:assert/strict';
import { type Expression, Graph } from '../../../src/engine/ir/expression';
import type { Attributes } from '../../../src/engine/numerics/signature';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { arithmeticOf, FRAMEWORKS } from '../ops/frameworks-under-test';

type Operand = Expression | number;
type Build = (x: Expression, op: (name: string, operands: readonly Operand[], attributes?: Attributes) => Expression) => Expression;
type Slopes = readonly number[];

/** Gradients of a formula at x, measured in float64 with PyTorch 2.13, JAX 0.10 and TensorFlow 2.21; null: not measured. */
const MEASURED: readonly (readonly [string, Build, readonly number[], Slopes | null, Slopes | null, Slopes | null])[] = [
  ['clamp(x, 0, 1) at 0', (x, op) => op('clip', [x, 0, 1]), [0], [1], [0.5], [1]],
  ['clamp(x, 0, 1) at 1', (x, op) => op('clip', [x, 0, 1]), [1], [1], [0.5], [1]],
  ['clamp(x, 0, 1) outside', (x, op) => op('clip', [x, 0, 1]), [2], [0], [0], [0]],
  ['clamp(x, min=0) at 0', (x, op) => op('clip', [x, 0, Infinity]), [0], [1], [0.5], null],
  ['maximum(x, 0)', (x, op) => op('maximum', [x, 0]), [0], [0.5], [0.5], [1]],
  ['maximum(0, x)', (x, op) => op('maximum', [op('multiply', [x, 0]), x]), [0], [0.5], [0.5], [0]],
  ['maximum(x, -x)', (x, op) => op('maximum', [x, op('negative', [x])]), [0], [0], [0], [1]],
  ['where(x > 0, x, 0)', (x, op) => op('where', [op('greater', [x, 0]), x, 0]), [0], [0], [0], [0]],
  ['where(x >= 0, x, 0)', (x, op) => op('where', [op('greater_equal', [x, 0]), x, 0]), [0], [1], [1], [1]],
  ['where(x > 0, sqrt(x), 0)', (x, op) => op('where', [op('greater', [x, 0]), op('sqrt', [x]), 0]), [0], [NaN], [NaN], [0]],
  ['where(x > 0, log(x), 0) at 0', (x, op) => op('where', [op('greater', [x, 0]), op('log', [x]), 0]), [0], [NaN], [NaN], [NaN]],
  ['where(x > 0, log(x), 0) at -1', (x, op) => op('where', [op('greater', [x, 0]), op('log', [x]), 0]), [-1], [0], [0], [0]],
  ['(x > 0) * x', (x, op) => op('multiply', [op('greater', [x, 0]), x]), [1], [1], [1], [1]],
  ['x * stop_gradient(x)', (x, op) => op('multiply', [x, op('stop_gradient', [x])]), [3], [3], [3], [3]],
  ['sqrt(x^2)', (x, op) => op('sqrt', [op('square', [x])]), [0], [NaN], [NaN], [NaN]],
  ['sqrt(x^2 + 1e-12)', (x, op) => op('sqrt', [op('add', [op('square', [x]), 1e-12])]), [0], [0], [0], [0]],
  ['square(sqrt(x))', (x, op) => op('square', [op('sqrt', [x])]), [0], [NaN], [NaN], [0]],
  ['x^0.5', (x, op) => op('power', [x, 0.5]), [0], [Infinity], [Infinity], [Infinity]],
  ['x^1.5', (x, op) => op('power', [x, 1.5]), [0], [0], [0], [0]],
  ['2^x', (x, op) => op('power', [2, x]), [0], [Math.LN2], [Math.LN2], [Math.LN2]],
  ['0^x', (x, op) => op('power', [0, x]), [1], [0], [0], [0]],
  ['(-1)^x', (x, op) => op('power', [-1, x]), [2], [NaN], [NaN], [0]],
  ['x * log(x)', (x, op) => op('multiply', [x, op('log', [x])]), [0], [NaN], [NaN], [NaN]],
  ['xlogy(x, x)', (x, op) => op('xlogy', [x, x]), [0], [NaN], [NaN], [0]],
  ['x / x', (x, op) => op('divide', [x, x]), [0], [NaN], [NaN], [NaN]],
  ['divide_no_nan(x, x)', (x, op) => op('divide_no_nan', [x, x]), [0], null, null, [0]],
  ['norm(x)^2', (x, op) => op('square', [op('norm', [x])]), [0, 0], [0, 0], [NaN, NaN], [0, 0]],
  ['log(sum(exp(x)))', (x, op) => op('log', [op('sum', [op('exp', [x])])]), [1000, 0], [NaN, 0], [NaN, 0], [NaN, 0]],
  ['log(softmax(x))[0]', (x, op) => first(op, op('log', [op('softmax', [x])])), [-1000, 0], [NaN, NaN], [NaN, NaN], [NaN, NaN]],
  ['log_softmax(x)[0]', (x, op) => first(op, op('log_softmax', [x])), [-1000, 0], [1, -1], [1, -1], [1, -1]],
  ['log(1 + exp(x))', (x, op) => op('log', [op('add', [1, op('exp', [x])])]), [1000], [NaN], [NaN], [NaN]],
  ['log(sigmoid(x))', (x, op) => op('log', [op('sigmoid', [x])]), [-1000], [NaN], [NaN], [NaN]],
  ['log(cosh(x))', (x, op) => op('log', [op('cosh', [x])]), [1000], [NaN], [NaN], [NaN]],
  ['stable cross-entropy of a logit with maximum', (x, op) => crossEntropy(x, op, op('maximum', [x, 0])), [0], [-0.5], [-1], [0]],
  ['stable cross-entropy of a logit with clamp', (x, op) => crossEntropy(x, op, op('clip', [x, 0, Infinity])), [0], [0], [-1], [0]],
  ['stable cross-entropy of a logit with relu', (x, op) => crossEntropy(x, op, op('relu', [x])), [0], [-1], [-1.5], [-1]],
  [
    'stable log cosh',
    (x, op) => op('add', [op('abs', [x]), op('log1p', [op('exp', [op('multiply', [-2, op('abs', [x])])])])]),
    [0],
    [0],
    [0],
    [0],
  ],
  ['maximum(0, 1 - x)', (x, op) => op('maximum', [op('multiply', [x, 0]), op('subtract', [1, x])]), [1], [-0.5], [-0.5], [0]],
  ['relu(sqrt(x))', (x, op) => op('relu', [op('sqrt', [x])]), [0], [NaN], [NaN], [0]],
  ['relu(-1 / x)', (x, op) => op('relu', [op('divide', [-1, x])]), [0], [NaN], [NaN], [NaN]],
  ['minimum(exp(x), 10)', (x, op) => op('minimum', [op('exp', [x]), 10]), [1000], [NaN], [NaN], [NaN]],
  ['clamp(exp(x), 0, 10)', (x, op) => op('clip', [op('exp', [x]), 0, 10]), [1000], [NaN], [NaN], [NaN]],
  ['nan_to_num(log(x))', (x, op) => op('nan_to_num', [op('log', [x])], { neginf: -7 }), [0], [NaN], [NaN], null],
  [
    '(sqrt(x) * mask).sum()',
    (x, op) => op('sum', [op('multiply', [op('sqrt', [x]), op('greater', [x, 0])])]),
    [0, 4],
    [NaN, 0.25],
    [NaN, 0.25],
    [0, 0.25],
  ],
  ['sqrt(relu(x))', (x, op) => op('sqrt', [op('relu', [x])]), [0], [0], [0], [NaN]],
  ['sqrt(maximum(x, 0))', (x, op) => op('sqrt', [op('maximum', [x, 0])]), [-1], [0], [NaN], [0]],
  ['sqrt(clamp(x, 0, 1))', (x, op) => op('sqrt', [op('clip', [x, 0, 1])]), [-1], [0], [NaN], [0]],
  ['sqrt(clamp(x, 0, 1)) at the bound', (x, op) => op('sqrt', [op('clip', [x, 0, 1])]), [0], [Infinity], [Infinity], [Infinity]],
  ['sqrt(where(x > 0, x, 0))', (x, op) => op('sqrt', [op('where', [op('greater', [x, 0]), x, 0])]), [0], [0], [0], [0]],
];

function first(op: Parameters<Build>[1], x: Expression): Expression {
  return op('slice', [x], { starts: [0], stops: [1], steps: [1] });
}

function crossEntropy(x: Expression, op: Parameters<Build>[1], positive: Expression): Expression {
  return op('add', [op('subtract', [positive, x]), op('log1p', [op('exp', [op('negative', [op('abs', [x])])])])]);
}

function slopesOf(build: Build, point: readonly number[], framework: (typeof FRAMEWORKS)[number]): number[] {
  const graph = new Graph(infer);
  const x = graph.parameter('x', point.length === 1 ? [] : [point.length], 'float');
  const root = build(x, (name, operands, attributes = {}) =>
    graph.apply(
      name,
      operands.map((o) => (typeof o === 'number' ? graph.constant(o) : o)),
      attributes,
    ),
  );
  const tape = compile([root]);
  const machine = new Machine(tape, arithmeticOf(framework, 'float64'));
  machine.run({ x: point });
  return Array.from(machine.pullBack(tape.roots[0] ?? -1)[tape.inputs['x'] ?? -1] ?? point.map(() => 0));
}

describe('gradients of formulas at kinks and behind gates', () => {
  for (const [name, build, point, ...measured] of MEASURED) {
    FRAMEWORKS.forEach((framework, i) => {
      const slopes = measured[i];
      if (!slopes) return;
      it(`${name} in ${framework}`, () => {
        const ours = slopesOf(build, point, framework);
        slopes.forEach((slope, k) =>
          assert.ok(
            Object.is(ours[k], slope) || Math.abs((ours[k] ?? NaN) - slope) < 1e-9,
            `${ours.join(', ')} instead of ${slopes.join(', ')}`,
          ),
        );
      });
    });
  }
});

import assert from 'node:assert/strict';
import { FRAMEWORKS } from '../../../src/engine/frameworks/index';
import { type Expression, Graph } from '../../../src/engine/ir/expression';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { stableForm } from '../../../src/engine/write/stable/stable-form';

type Make = (g: Graph, x: Expression) => Expression;

const one = (g: Graph): Expression => g.constant(1);
const exp: Make = (g, x) => g.apply('exp', [x]);
const minus: Make = (g, x) => g.apply('negative', [x]);
const logistic: Make = (g, x) => g.apply('divide', [one(g), g.apply('add', [one(g), exp(g, minus(g, x))])]);
const total: Make = (g, x) => g.apply('sum', [x], { axes: [1], keepdims: true });

const negativePart: Make = (g, x) => g.apply('subtract', [minus(g, g.apply('abs', [x])), g.constant(0.25)]);
const entropy = (g: Graph, p: Expression, q: Expression): Expression =>
  g.apply('multiply', [p, g.apply('log', [g.apply('divide', [p, q])])]);

/** Name, the naive expression of x, and a value of x at which it breaks while the stable form does not; null where it never does. */
const FORMS: readonly [string, Make, number | null][] = [
  ['log_softmax', (g, x) => g.apply('log', [g.apply('softmax', [x], { axis: 1 })]), 2000],
  ['log_softmax', (g, x) => g.apply('log', [g.apply('divide', [exp(g, x), total(g, exp(g, x))])]), 2000],
  ['log_sigmoid', (g, x) => g.apply('log', [g.apply('sigmoid', [x])]), -2000],
  ['log_sigmoid', (g, x) => g.apply('log', [logistic(g, x)]), -2000],
  ['log_sigmoid', (g, x) => g.apply('log', [g.apply('subtract', [one(g), g.apply('sigmoid', [x])])]), 2000],
  ['log_sigmoid', (g, x) => g.apply('log1p', [minus(g, g.apply('sigmoid', [x]))]), 2000],
  ['softplus', (g, x) => g.apply('log', [g.apply('add', [one(g), exp(g, x)])]), 2000],
  ['softplus', (g, x) => g.apply('log1p', [exp(g, x)]), 2000],
  ['logsumexp', (g, x) => g.apply('log', [g.apply('sum', [exp(g, x)], { axes: [1], keepdims: false })]), 2000],
  ['softmax', (g, x) => g.apply('divide', [exp(g, x), total(g, exp(g, x))]), 2000],
  ['sigmoid', logistic, null],
  ['sigmoid', (g, x) => g.apply('divide', [exp(g, x), g.apply('add', [exp(g, x), one(g)])]), 2000],
  [
    'tanh',
    (g, x) => g.apply('divide', [g.apply('subtract', [exp(g, x), exp(g, minus(g, x))]), g.apply('add', [exp(g, x), exp(g, minus(g, x))])]),
    2000,
  ],
  ['divide', (g, x) => g.apply('subtract', [g.apply('sqrt', [g.apply('add', [one(g), g.apply('square', [x])])]), one(g)]), null],
  ['softplus', (g, x) => g.apply('add', [g.apply('relu', [x]), g.apply('log1p', [exp(g, minus(g, g.apply('abs', [x])))])]), null],
  ['subtract', (g, x) => g.apply('log', [g.apply('multiply', [g.constant(0.5), g.apply('add', [exp(g, x), exp(g, minus(g, x))])])]), 2000],
  ['expm1', (g, x) => g.apply('subtract', [exp(g, x), one(g)]), null],
  ['subtract', (g, x) => g.apply('log', [g.apply('cosh', [x])]), 2000],
  ['subtract', (g, x) => g.apply('log', [g.apply('divide', [g.apply('add', [exp(g, x), exp(g, minus(g, x))]), g.constant(2)])]), 2000],
  ['logaddexp', (g, x) => g.apply('log', [g.apply('add', [exp(g, x), exp(g, g.apply('square', [x]))])]), 2000],
  ['log', (g, x) => g.apply('log', [g.apply('subtract', [one(g), exp(g, negativePart(g, x))])]), null],
  ['log', (g, x) => g.apply('log1p', [minus(g, exp(g, negativePart(g, x)))]), null],
  [
    'slice',
    (g, x) => g.apply('log', [g.apply('slice', [g.apply('softmax', [x], { axis: 1 })], { starts: [0, 0], stops: [2, 2], steps: [1, 1] })]),
    2000,
  ],
  ['subtract', (g, x) => entropy(g, exp(g, negativePart(g, x)), g.apply('sigmoid', [x])), null],
  ['sum', (g, x) => g.apply('square', [g.apply('norm', [x], { ord: 2, axes: [1], keepdims: false })]), null],
];

function valueOf(node: Expression, x: readonly number[]): readonly number[] {
  const tape = compile([node]);
  const machine = new Machine(tape, { format: 'float64', flushesSubnormals: false, conventions: FRAMEWORKS.torch.conventions });
  return [...(machine.run({ x })[tape.roots[0] ?? 0] ?? [])];
}

describe('stable forms', () => {
  FORMS.forEach(([op, make, breaks], i) => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [2, 3], 'float');
    const naive = make(graph, x);
    const stable = stableForm(graph, naive);

    it(`${i + 1}: are found (${op})`, () => assert.equal(stable?.op, op));

    it(`${i + 1}: are equal (${op})`, () => {
      const point = [0.3, -1.2, 2.5, 0, 4, -3];
      const expected = valueOf(naive, point);
      valueOf(stable ?? naive, point).forEach((got, k) =>
        assert.ok(Math.abs(got - (expected[k] ?? NaN)) < 1e-12, `${got} and ${expected[k]}`),
      );
    });

    if (breaks === null) return;
    it(`${i + 1}: hold where the naive form breaks (${op})`, () => {
      const point = [breaks, 0, 0, breaks, 0, 0];
      assert.ok(valueOf(naive, point).some((v) => !Number.isFinite(v)));
      assert.ok(valueOf(stable ?? naive, point).every(Number.isFinite));
    });
  });

  it('leave other expressions alone', () => {
    const graph = new Graph(infer);
    const x = graph.parameter('x', [3], 'float');
    assert.equal(stableForm(graph, graph.apply('log', [x])), null);
    assert.equal(stableForm(graph, graph.apply('exp', [x])), null);
    assert.equal(stableForm(graph, graph.apply('divide', [x, graph.apply('sum', [x], { axes: [0], keepdims: true })])), null);
  });
});

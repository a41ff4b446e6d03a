import assert from 'node:assert/strict';
import type { FormatName } from '../../../src/engine/numerics/format';
import { type Expression, Graph } from '../../../src/engine/ir/expression';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import type { FRAMEWORKS } from '../ops/frameworks-under-test';
import { arithmeticOf } from '../ops/frameworks-under-test';

const FORMATS: readonly FormatName[] = ['float16', 'bfloat16', 'float32', 'float64'];

type Build = (graph: Graph, x: Expression) => Expression;

const op =
  (name: string): Build =>
  (graph, x) =>
    graph.apply(name, [x]);

/** Probability of the less likely of two classes whose logits are x apart. */
const smaller: Build = (graph, x) => {
  const logits = graph.apply('stack', [graph.apply('multiply', [x, graph.constant(0)]), x]);
  return graph.apply('slice', [graph.apply('softmax', [logits])], { starts: [0], stops: [1], steps: [1] });
};

/** Where a function first gives a value, walking from 0: measured on the CPU for float16, bfloat16, float32, float64. */
const MEASURED: readonly (readonly [string, Build, (y: number) => boolean, 1 | -1, readonly number[]])[] = [
  ['exp overflows above', op('exp'), (y) => y === Infinity, 1, [11.09, 88.75, 88.72, 709.78]],
  ['exp is 0 below', op('exp'), (y) => y === 0, -1, [17.34, 92.75, 103.97, 745.13]],
  ['sigmoid is 1 above', op('sigmoid'), (y) => y === 1, 1, [8.32, 6.23, 16.64, 36.74]],
  ['sigmoid is 0 below', op('sigmoid'), (y) => y === 0, -1, [17.34, 88.75, 88.72, 709.78]],
  ['tanh is 1 above', op('tanh'), (y) => y === 1, 1, [4.51, 3.46, 9.01, 19.06]],
  ['cosh overflows above', op('cosh'), (y) => y === Infinity, 1, [11.79, 89.25, 89.42, 710.48]],
  ['the smaller of two softmax probabilities is 0 at a gap of', smaller, (y) => y === 0, 1, [17.34, 92.75, 103.97, 745.13]],
];

function firstAt(
  build: Build,
  holds: (y: number) => boolean,
  sign: 1 | -1,
  framework: (typeof FRAMEWORKS)[number],
  format: FormatName,
): number {
  const graph = new Graph(infer);
  const tape = compile([build(graph, graph.parameter('x', [], 'float'))]);
  const machine = new Machine(tape, arithmeticOf(framework, format));
  const holdsAt = (size: number): boolean => holds(machine.run({ x: sign * size })[tape.roots[0] ?? -1]?.[0] ?? NaN);
  let [low, high] = [0, 1000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (holdsAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

describe('thresholds of the formats', () => {
  for (const [what, build, holds, sign, measured] of MEASURED) {
    FORMATS.forEach((format, i) => {
      it(`${what} ${sign * (measured[i] ?? NaN)} in ${format}`, () => {
        const x = firstAt(build, holds, sign, 'torch', format);
        const spacing = format === 'bfloat16' ? Math.abs(x) * 2 ** -7 : format === 'float16' ? Math.abs(x) * 2 ** -10 : 0.01;
        assert.ok(Math.abs(x - (measured[i] ?? NaN)) <= spacing, `from ${sign * x}`);
      });
    });
  }
  for (const framework of ['jax', 'tensorflow'] as const) {
    it(`exp and sigmoid are 0 below -87.34 in float32 in ${framework}, which flushes subnormals`, () => {
      for (const name of ['exp', 'sigmoid'])
        assert.ok(Math.abs(firstAt(op(name), (y) => y === 0, -1, framework, 'float32') - 87.34) < 0.01);
    });
  }
});

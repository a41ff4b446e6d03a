import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Expression, Graph } from '../../../src/engine/ir/expression';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { arithmeticOf, FRAMEWORKS } from '../ops/frameworks-under-test';

type Written = number | 'nan' | 'inf' | '-inf';
type Measured = [Written, Written[] | null, Written[] | null];
type Step = [string, (string | number)[]];
interface Case extends Record<(typeof FRAMEWORKS)[number], Measured> {
  steps: Step[];
  x: number[];
  y: number[];
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/graphs.json', import.meta.url), 'utf8')) as { cases: Case[] };
const NUMBERS: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
const read = (x: Written): number => (typeof x === 'number' ? x : (NUMBERS[x] ?? NaN));

/** The names of graphs.py that stand for several operations. */
const SPELLED: Record<string, (graph: Graph, x: Expression) => Expression> = {
  rows: (graph, x) => graph.apply('sum', [x], { axes: x.shape.length === 0 ? null : [-1], keepdims: true }),
  clip: (graph, x) => graph.apply('clip', [x, graph.constant(0), graph.constant(1)]),
  positive: (graph, x) => graph.apply('where', [graph.apply('greater', [x, graph.constant(0)]), x, graph.constant(1)]),
  masked: (graph, x) => graph.apply('multiply', [x, graph.apply('greater', [x, graph.constant(0)])]),
  detached: (graph, x) => graph.apply('stop_gradient', [x]),
};

function build(graph: Graph, steps: readonly Step[], x: Expression, y: Expression): Expression {
  const done: Expression[] = [];
  const named = (operand: string): Expression => (operand === 'x' ? x : operand === 'y' ? y : (done[Number(operand.slice(1))] ?? x));
  for (const [op, operands] of steps) {
    const nodes = operands.map((operand) => (typeof operand === 'number' ? graph.constant(operand) : named(operand)));
    const spelled = SPELLED[op];
    done.push(spelled ? spelled(graph, nodes[0] ?? x) : graph.apply(op, nodes));
  }
  return done[done.length - 1] ?? x;
}

function replay({ steps, x, y }: Case, framework: (typeof FRAMEWORKS)[number]): { value: number; gradients: (Float64Array | null)[] } {
  const graph = new Graph(infer);
  const root = build(graph, steps, graph.parameter('x', [2, 3], 'float'), graph.parameter('y', [3], 'float'));
  const tape = compile([root]);
  const machine = new Machine(tape, arithmeticOf(framework, 'float64'));
  const slot = tape.roots[0] ?? -1;
  const value = machine.run({ x, y })[slot]?.[0] ?? NaN;
  const back = machine.pullBack(slot);
  return { value, gradients: ['x', 'y'].map((name) => back[tape.inputs[name] ?? -1] ?? null) };
}

/** Equal up to rounding relative to the largest number beside it; nan and infinities alike. */
function agree(ours: number, theirs: number, scale: number): boolean {
  if (!Number.isFinite(theirs)) return Object.is(ours, theirs);
  return Math.abs(ours - theirs) <= 1e-7 * Math.max(scale, 1e-6);
}

function compare(ours: ArrayLike<number> | null, theirs: readonly Written[] | null, what: string): void {
  const expected = theirs?.map(read) ?? Array.from({ length: ours?.length ?? 0 }, () => 0);
  const scale = Math.max(0, ...expected.filter(Number.isFinite).map(Math.abs));
  expected.forEach((x, i) => assert.ok(agree(ours?.[i] ?? 0, x, scale), `${what}[${i}]: ${ours?.[i] ?? 0}, measured ${x}`));
}

describe('random formulas', () => {
  for (const framework of FRAMEWORKS) {
    cases.forEach((one, i) => {
      it(`number ${i} in ${framework}: ${one.steps.map(([op, operands]) => `${op}(${operands.join(', ')})`).join('; ')}`, () => {
        const { value, gradients } = replay(one, framework);
        const [measured, dx, dy] = one[framework];
        compare([value], [measured], 'value');
        compare(gradients[0] ?? null, dx, 'gradient of x');
        compare(gradients[1] ?? null, dy, 'gradient of y');
      });
    });
  }
});

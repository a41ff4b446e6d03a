import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Graph } from '../../../src/engine/ir/expression';
import type { Attributes, Kind, Shape } from '../../../src/engine/numerics/signature';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { arithmeticOf } from './frameworks-under-test';

interface Case {
  op: string;
  attributes: Attributes;
  operands: { shape: Shape; kind: Kind; values: number[] }[];
  shape: Shape;
  value: number[];
  gradients: (number[] | null)[];
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/structures.json', import.meta.url), 'utf8')) as { cases: Case[] };

function near(ours: ArrayLike<number>, theirs: readonly number[], what: string): void {
  assert.equal(ours.length, theirs.length, what);
  theirs.forEach((x, i) =>
    assert.ok(Math.abs((ours[i] ?? NaN) - x) <= 1e-9 * Math.max(1, Math.abs(x)), `${what}[${i}]: ${ours[i]}, not ${x}`),
  );
}

describe('operations on shapes, indices, matrices and images', () => {
  cases.forEach(({ op, attributes, operands, shape, value, gradients }) => {
    it(`${op} ${JSON.stringify(attributes)} of ${operands.map((o) => `(${o.shape.join(', ')})`).join(', ')}`, () => {
      const graph = new Graph(infer);
      const root = graph.apply(
        op,
        operands.map((o, i) => graph.parameter(`x${i}`, o.shape, o.kind)),
        attributes,
      );
      assert.deepEqual(root.shape, shape);
      const tape = compile([root]);
      const machine = new Machine(tape, arithmeticOf('torch', 'float64'));
      const slot = tape.roots[0] ?? -1;
      near(machine.run(Object.fromEntries(operands.map((o, i) => [`x${i}`, o.values])))[slot] ?? [], value, 'value');
      const back = machine.pullBack(
        slot,
        value.map((_, i) => i + 1),
      );
      gradients.forEach((theirs, i) => {
        if (theirs) near(back[tape.inputs[`x${i}`] ?? -1] ?? [], theirs, `gradient ${i}`);
      });
    });
  });
});

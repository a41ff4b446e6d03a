import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TermAlgebra } from '../../../src/engine/analyses/scalar/algebra';
import { coordinatesOf, elementName } from '../../../src/engine/analyses/scalar/layout';
import { scalarise, Unreadable } from '../../../src/engine/analyses/scalar/scalarise';
import { compile } from '../../../src/engine/analyses/scalar/tape';
import type { Term } from '../../../src/engine/analyses/scalar/term';
import { Graph } from '../../../src/engine/ir/expression';
import type { Attributes, Kind, Shape } from '../../../src/engine/numerics/signature';
import { infer } from '../../../src/engine/ops/registry';

interface Case {
  op: string;
  attributes: Attributes;
  operands: { shape: Shape; kind: Kind; values: number[] }[];
  value: number[];
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/structures.json', import.meta.url), 'utf8')) as { cases: Case[] };

/** A term for each element of the result; null where the operation is not looked at one number at a time. */
function elementsOf({ op, attributes, operands }: Case): readonly Term[] | null {
  const graph = new Graph(infer);
  const leaves = operands.map(({ shape, kind }, i) => graph.parameter(`x${i}`, shape, kind));
  const root = graph.apply(op, leaves, attributes);
  try {
    return scalarise(new TermAlgebra(new Map()), root).get(root) ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

describe('tensors one number at a time', () => {
  const expanded = cases.map((one) => ({ one, elements: elementsOf(one) })).filter(({ elements }) => elements !== null);

  expanded.forEach(({ one: { op, attributes, operands, value }, elements }) => {
    it(`${op} ${JSON.stringify(attributes)} of ${operands.map((o) => `(${o.shape.join(', ')})`).join(', ')}`, () => {
      const names = operands.flatMap(({ shape }, i) => coordinatesOf(shape).map((at) => elementName(`x${i}`, at)));
      const point = operands.flatMap(({ values }) => values);
      assert.equal(elements?.length, value.length);
      elements?.forEach((term, i) => {
        const [ours, theirs] = [compile(term, names)(point), value[i] as number];
        assert.ok(
          Object.is(ours, theirs) || Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs)),
          `[${i}]: ${ours}, not ${theirs}`,
        );
      });
    });
  });

  it('matrices, distances, angles and orders are looked at', () => {
    const ops = new Set(expanded.map(({ one }) => one.op));
    for (const op of ['einsum', 'cosine_similarity', 'cdist', 'argmax', 'argsort', 'sort', 'matmul', 'inverse', 'conv2d', 'max_pool'])
      assert.ok(ops.has(op), op);
  });
});

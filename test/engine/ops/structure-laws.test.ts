import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contains, interval } from '../../../src/engine/numerics/interval';
import type { Attributes, Signature } from '../../../src/engine/numerics/signature';
import { OPS } from '../../../src/engine/ops/index';
import type { Op } from '../../../src/engine/ops/op';
import { infer } from '../../../src/engine/ops/registry';

const SCALAR: Signature = { shape: [], kind: 'float' };

interface Case {
  op: string;
  attributes: Attributes;
  operands: { shape: number[]; kind: 'float' | 'int'; values: number[] }[];
  value: number[];
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/structures.json', import.meta.url), 'utf8')) as { cases: Case[] };

describe('every other op', () => {
  const known = new Set(cases.map(({ op }) => op));
  for (const op of Object.values(OPS))
    if (!op.elementwise && !['any', 'all', 'min'].includes(op.name)) it(`${op.name} is measured`, () => assert.ok(known.has(op.name)));
  for (const { op: name, attributes, operands, value } of cases) {
    it(`${name} ${JSON.stringify(attributes)} stays in its range`, () => {
      const ranges = operands.map(({ values }) => interval(Math.min(...values), Math.max(...values)));
      const range = (OPS[name] as Op).range(ranges, attributes, operands);
      const slack = 1e-10 * Math.max(...value.map(Math.abs));
      for (const x of value)
        assert.ok(
          contains(range, x) || contains(range, x - slack) || contains(range, x + slack),
          `${x} is not in ${JSON.stringify(range)}`,
        );
    });
  }
});

describe('inference', () => {
  it('knows no op by a name of Object', () => assert.throws(() => infer('constructor', [], {}), /not an operation/));
  it('counts operands', () => assert.throws(() => infer('add', [SCALAR], {}), /takes 2/));
  for (const [name, shapes] of Object.entries({
    add: [[2], [3]],
    matmul: [
      [2, 3],
      [2, 3],
    ],
    gather: [
      [2, 3],
      [2, 4],
    ],
    concatenate: [
      [2, 3],
      [3, 2],
    ],
    solve: [[2, 2], [3]],
    det: [[2, 3]],
  })) {
    it(`${name} refuses shapes that do not fit`, () =>
      assert.throws(() =>
        infer(
          name,
          shapes.map((shape) => ({ shape, kind: 'float' as const })),
          {},
        ),
      ));
  }
});

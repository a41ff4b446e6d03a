import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { conventions as numpy } from '../../../src/engine/frameworks/numpy/conventions';
import { Graph } from '../../../src/engine/ir/expression';
import type { FormatName } from '../../../src/engine/numerics/format';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { type Arithmetic, Machine } from '../../../src/engine/tape/machine';
import { arithmeticOf, FRAMEWORKS } from './frameworks-under-test';

type Written = number | 'nan' | 'inf' | '-inf';
type Name = (typeof FRAMEWORKS)[number] | 'numpy';
interface Case extends Partial<Record<Name, Written[]>> {
  op: string;
  format: FormatName;
  operands: (number[] | number)[];
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/halves.json', import.meta.url), 'utf8')) as { cases: Case[] };
const NUMBERS: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
const read = (x: Written): number => (typeof x === 'number' ? x : (NUMBERS[x] ?? NaN));

function arithmetic(name: Name, format: FormatName): Arithmetic {
  return name === 'numpy' ? { format, flushesSubnormals: false, conventions: numpy } : arithmeticOf(name, format);
}

function replay({ op, format, operands }: Case, name: Name): number[] {
  const graph = new Graph(infer);
  const nodes = operands.map((o, i) => (typeof o === 'number' ? graph.constant(o) : graph.parameter(`x${i}`, [o.length], 'float')));
  const tape = compile([graph.apply(op, nodes)]);
  const inputs = Object.fromEntries(operands.map((o, i) => [`x${i}`, o]));
  return Array.from(new Machine(tape, arithmetic(name, format)).run(inputs)[tape.roots[0] ?? -1] ?? []);
}

/** Two units in the last place of 8 or 11 bits. */
const ulp = (x: number, format: FormatName): number =>
  Math.max(Math.abs(x) * (format === 'float16' ? 2 ** -9 : 2 ** -6), format === 'float16' ? 2 ** -24 : 0);

describe('half precision', () => {
  for (const one of cases) {
    it(`${one.op} of ${one.operands.map(String).join(' and ')} in ${one.format}`, () => {
      for (const name of [...FRAMEWORKS, 'numpy'] as const) {
        const ours = replay(one, name);
        one[name]?.forEach((written, i) => {
          const [x, theirs] = [ours[i] ?? NaN, read(written)];
          const fits = Object.is(x, theirs) || x === theirs || Math.abs(x - theirs) <= ulp(theirs, one.format);
          assert.ok(fits, `${name}[${i}]: ${x}, measured ${theirs}`);
        });
      }
    });
  }
});

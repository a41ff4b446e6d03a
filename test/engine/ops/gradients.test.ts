import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Graph } from '../../../src/engine/ir/expression';
import type { FormatName } from '../../../src/engine/numerics/format';
import type { Attribute } from '../../../src/engine/numerics/signature';
import { infer } from '../../../src/engine/ops/registry';
import { compile } from '../../../src/engine/tape/compile';
import { type Arithmetic, Machine } from '../../../src/engine/tape/machine';
import { arithmeticOf, FRAMEWORKS } from './frameworks-under-test';

type Written = number | 'nan' | 'inf' | '-inf';
type Measured = { value: Written[]; gradients: (Written[] | null)[] } | { error: string };
interface Case {
  op: string;
  attributes: Record<string, Written | boolean>;
  format: FormatName;
  operands: Written[][];
  upstream: Written | number[];
  torch?: Measured;
  jax?: Measured;
  tensorflow?: Measured;
}

const { cases } = JSON.parse(readFileSync(new URL('../../oracle/gradients.json', import.meta.url), 'utf8')) as { cases: Case[] };

const NUMBERS: Record<string, number> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
const read = (x: Written): number => (typeof x === 'number' ? x : (NUMBERS[x] ?? NaN));

function attributesOf(written: Case['attributes']): Record<string, Attribute> {
  return Object.fromEntries(Object.entries(written).map(([name, x]) => [name, typeof x === 'string' ? (NUMBERS[x] ?? x) : x]));
}

/** Relative errors of the libraries' own single-precision approximations, where they are worse than rounding. */
const OWN_ERROR: Record<string, number> = {
  sigmoid: 5e-5,
  silu: 5e-5,
  atanh: 2e-5,
  erfinv: 1e-4,
  lgamma: 1e-5,
  digamma: 1e-5,
  log_ndtr: 1e-3,
  logcumsumexp: 1e-4,
  erfc: 1e-4,
  gelu: 5e-4,
};

/** Ops whose results come from a subtraction of nearly equal numbers somewhere: the error is absolute. */
const CANCELLING = new Set(['tanh', 'softmax', 'log_softmax', 'normalize', 'lgamma', 'elu', 'selu', 'gelu', 'ndtr', 'mish', 'var', 'std']);

interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
  /** Below an infinite upstream gradient only finite or not is compared: inf and nan depend on the order of factors. */
  readonly infinite: boolean;
}

function toleranceOf({ op, format, upstream }: Case): Tolerance {
  const size = Array.isArray(upstream) ? Math.max(...upstream) : Math.abs(read(upstream));
  const scale = Number.isFinite(size) ? Math.max(size, 1) : 1;
  const epsilon = format === 'float64' ? 2 ** -52 : 2 ** -23;
  const relative = format === 'float64' ? 1e-6 : (OWN_ERROR[op] ?? 4e-6);
  return {
    relative,
    absolute: CANCELLING.has(op) ? 4 * scale * epsilon : format === 'float64' ? 0 : scale * 2 ** -126,
    infinite: size === Infinity,
  };
}

function agree(ours: number, theirs: number, { relative, absolute, infinite }: Tolerance): boolean {
  if (infinite && !Number.isFinite(theirs)) return !Number.isFinite(ours);
  if (Number.isNaN(theirs) || Number.isNaN(ours)) return Number.isNaN(ours) && Number.isNaN(theirs);
  return ours === theirs || Math.abs(ours - theirs) <= Math.max(absolute, relative * Math.abs(theirs));
}

/** What our tape says of a case: value and gradients by operand. */
function replay({ op, attributes, operands, upstream }: Case, arithmetic: Arithmetic): { value: number[]; gradients: number[][] } {
  const graph = new Graph(infer);
  const parameters = operands.map((values, i) => graph.parameter(`x${i}`, [values.length], 'float'));
  const tape = compile([graph.apply(op, parameters, attributesOf(attributes))]);
  const machine = new Machine(tape, arithmetic);
  const root = tape.roots[0] ?? -1;
  const inputs = Object.fromEntries(operands.map((values, i) => [`x${i}`, values.map(read)]));
  const value = Array.from(machine.run(inputs)[root] ?? []);
  const seed = Array.isArray(upstream) ? upstream : value.map(() => read(upstream));
  const gradients = machine.pullBack(root, seed);
  return { value, gradients: operands.map((values, i) => Array.from(gradients[tape.inputs[`x${i}`] ?? -1] ?? values.map(() => 0))) };
}

function differences(one: Case, framework: (typeof FRAMEWORKS)[number]): string[] {
  const measured = one[framework];
  if (!measured || 'error' in measured) return [];
  const ours = replay(one, arithmeticOf(framework, one.format));
  const tolerance = toleranceOf(one);
  const differs = (what: string, a: number[], b: Written[]): string[] =>
    a.flatMap((x, i) =>
      agree(x, read(b[i] ?? 'nan'), tolerance)
        ? []
        : [`${what}[${i}] of ${one.operands.map((o) => o[i]).join(', ')}: ${x}, ${framework} has ${b[i]}`],
    );
  const gradients = measured.gradients.flatMap((theirs, k) =>
    differs(`gradient ${k}`, ours.gradients[k] ?? [], theirs ?? (one.operands[k] ?? []).map(() => 0)),
  );
  return [...differs('value', ours.value, measured.value), ...gradients].map(
    (text) => `upstream ${String(one.upstream)}, ${one.format}: ${text}`,
  );
}

describe('values and gradients as the frameworks compute them', () => {
  for (const op of new Set(cases.map((one) => one.op))) {
    it(op, () => {
      const all = cases.filter((one) => one.op === op).flatMap((one) => FRAMEWORKS.flatMap((framework) => differences(one, framework)));
      assert.deepEqual(all, []);
    });
  }
});

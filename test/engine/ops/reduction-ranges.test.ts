import assert from 'node:assert/strict';
import { formatOf } from '../../../src/engine/numerics/format';
import { contains, type Interval, interval, roundInterval } from '../../../src/engine/numerics/interval';
import type { Attributes, Signature } from '../../../src/engine/numerics/signature';
import { OPS } from '../../../src/engine/ops/index';
import type { Op } from '../../../src/engine/ops/op';
import type { Arithmetic } from '../../../src/engine/tape/machine';
import { arithmeticOf } from './frameworks-under-test';

const POINTS = [
  -Infinity,
  -1e30,
  -800,
  -104,
  -89,
  -4,
  -1,
  -0.5,
  -1e-9,
  -1e-25,
  0,
  1e-42,
  1e-25,
  1e-9,
  0.25,
  0.5,
  1,
  1.5,
  2,
  4,
  17,
  88,
  800,
  1e20,
  1e30,
  Infinity,
];
const ENDS = [-Infinity, -1e30, -800, -100, -4, -1, -1e-9, 0, 1e-30, 1e-9, 0.25, 0.5, 1, 2, 4, 17, 100, 800, 1e30, Infinity];
const ARITHMETICS: readonly Arithmetic[] = [
  arithmeticOf('torch', 'float64'),
  arithmeticOf('torch', 'float32'),
  arithmeticOf('jax', 'float32'),
  arithmeticOf('torch', 'float16'),
];

const CASES: readonly (readonly [string, Attributes])[] = [
  ...[
    'sum',
    'mean',
    'max',
    'min',
    'prod',
    'logsumexp',
    'softmax',
    'log_softmax',
    'cumsum',
    'cumprod',
    'logcumsumexp',
    'sort',
    'topk_values',
    'normalize',
    'any',
    'all',
    'count_nonzero',
  ].map((name): [string, Attributes] => [name, {}]),
  ...[2, 1, 3, Infinity, 0.5].map((ord): [string, Attributes] => ['norm', { ord }]),
  ...[0, 1].flatMap((correction): [string, Attributes][] => [
    ['var', { correction }],
    ['std', { correction }],
  ]),
];

/** Groups of numbers of a box: all equal, and mixed. */
function* groups(points: readonly number[], size: number): Generator<number[]> {
  for (let t = 0; t < 24; t++) {
    const pick = (k: number): number =>
      points[(k === 0 || t % 5 === 0 ? t : t * (2 * k + 1) + Math.floor(t / points.length)) % points.length] as number;
    yield Array.from({ length: size }, (_, k) => pick(k));
  }
}

function check(
  op: Op,
  attributes: Attributes,
  box: Interval,
  size: number,
  { format: name, flushesSubnormals, conventions }: Arithmetic,
): void {
  const format = formatOf(name, flushesSubnormals);
  const signature: Signature = { shape: [size], kind: 'float' };
  const operandBox = roundInterval(box, format);
  const range = roundInterval(op.range([operandBox], attributes, [signature], format), format);
  const points = POINTS.map(format.round).filter((x) => contains(operandBox, x));
  if (points.length === 0) return;
  for (const group of groups(points, size)) {
    const operands = [{ ...signature, values: Float64Array.from(group) }];
    const { shape } = op.infer([signature], attributes);
    for (const value of op.forward({ operands, attributes, shape, format, conventions })) {
      const slack = 32 * format.epsilon * Math.max(1, Math.abs(value));
      const exact = value === 0 || Math.abs(value) === 1 || !Number.isFinite(value);
      const fits = Number.isNaN(value)
        ? range.nan
        : contains(range, value) || (!exact && value >= range.lo - slack && value <= range.hi + slack);
      assert.ok(fits, `${op.name}(${group.join(', ')}) = ${value} in ${name}, not in [${range.lo}, ${range.hi}] of [${box.lo}, ${box.hi}]`);
    }
  }
}

describe('ranges of reductions rounded to a format', () => {
  for (const [name, attributes] of CASES) {
    it(`${name} ${JSON.stringify(attributes)} stays in its rounded range`, () => {
      for (const arithmetic of ARITHMETICS) {
        for (const size of [1, 2, 3]) {
          ENDS.forEach((low, i) => {
            for (const step of [0, 1, 5])
              if (i + step < ENDS.length)
                check(OPS[name] as Op, attributes, interval(low, ENDS[i + step] as number, false, false), size, arithmetic);
          });
        }
      }
    });
  }
});

import assert from 'node:assert/strict';
import { type Format, formatOf } from '../../../src/engine/numerics/format';
import { contains, type Interval, interval, roundInterval } from '../../../src/engine/numerics/interval';
import type { Signature } from '../../../src/engine/numerics/signature';
import { OPS } from '../../../src/engine/ops/index';
import type { Op, Operand } from '../../../src/engine/ops/op';
import type { Arithmetic } from '../../../src/engine/tape/machine';
import { arithmeticOf } from './frameworks-under-test';

const POINTS = [
  -Infinity,
  -800,
  -104,
  -95,
  -89,
  -87.5,
  -17.4,
  -4,
  -1,
  -0.999,
  -0.5,
  -1e-9,
  -1e-42,
  0,
  1e-42,
  1e-30,
  1e-9,
  1e-3,
  0.25,
  0.5,
  0.99999994,
  1,
  1.5,
  2,
  4,
  12,
  17,
  88,
  89,
  700,
  800,
  1e30,
  Infinity,
];
const ENDS = [-Infinity, -800, -100, -89, -20, -4, -1, -0.5, -1e-9, 0, 1e-30, 1e-9, 0.25, 0.5, 1, 2, 4, 17, 88, 100, 800, Infinity];
const SCALAR: Signature = { shape: [], kind: 'float' };
const ARITHMETICS: readonly Arithmetic[] = [
  arithmeticOf('torch', 'float64'),
  arithmeticOf('torch', 'float32'),
  arithmeticOf('jax', 'float32'),
  arithmeticOf('torch', 'float16'),
];

function boxesIn(format: Format): Interval[] {
  return ENDS.flatMap((low, i) =>
    [0, 2, 7].flatMap((d) => (i + d < ENDS.length ? [roundInterval(interval(low, ENDS[i + d] as number, false, false), format)] : [])),
  );
}

/** Points of a box. A zero below the lower end of 0 is left out: it does not come from a number ≥ 0. */
const within = (box: Interval, format: Format): number[] =>
  POINTS.map(format.round).filter((x) => contains(box, x) && !(Object.is(x, -0) && Object.is(box.lo, 0)));

/** Whether a computed value lies in a range; 0, ±1 and infinities must, others may be off by the errors of the steps. */
function fits(value: number, range: Interval, format: Format): boolean {
  if (Number.isNaN(value)) return range.nan;
  if (contains(range, value)) return true;
  if (value === 0 || Math.abs(value) === 1 || !Number.isFinite(value)) return false;
  const slack = 16 * format.epsilon * Math.max(1, Math.abs(value));
  return value >= range.lo - slack && value <= range.hi + slack;
}

function check(op: Op, { format: name, flushesSubnormals, conventions }: Arithmetic): void {
  const format = formatOf(name, flushesSubnormals);
  const boxes = boxesIn(format);
  const attributes = op.attributes ?? {};
  for (let k = 0; k < (op.operands.length === 1 ? boxes.length : 150); k++) {
    const operands = Array.from(
      { length: op.operands.length },
      (_, i) => boxes[(k * (1 + 6 * i) + i * Math.floor(k / boxes.length)) % boxes.length] as Interval,
    );
    const range = roundInterval(
      op.range(
        operands,
        attributes,
        operands.map(() => SCALAR),
        format,
      ),
      format,
    );
    const choices = operands.map((box) => within(box, format));
    if (choices.some((list) => list.length === 0)) continue;
    for (let t = 0; t < (op.operands.length === 1 ? (choices[0]?.length ?? 0) : 8); t++) {
      const xs = choices.map((list, i) => list[(t * (1 + 2 * i) + i) % list.length] as number);
      const at = xs.map((x): Operand => ({ ...SCALAR, values: Float64Array.of(x) }));
      const value = op.forward({ operands: at, attributes, shape: [], format, conventions })[0] ?? NaN;
      const what = `${op.name}(${xs.join(', ')}) = ${value} in ${name}, not in [${range.lo}, ${range.hi}] of ${operands.map(({ lo, hi }) => `[${lo}, ${hi}]`).join(', ')}`;
      assert.ok(fits(value, range, format), what);
    }
  }
}

describe('ranges rounded to a format', () => {
  for (const op of Object.values(OPS)) {
    if (op.elementwise) it(`${op.name} stays in its rounded range`, () => ARITHMETICS.forEach((arithmetic) => check(op, arithmetic)));
  }
});

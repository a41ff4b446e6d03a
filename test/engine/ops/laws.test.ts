import assert from 'node:assert/strict';
import { compile as compileFormula } from 'mathjs';
import { conventions } from '../../../src/engine/frameworks/torch/conventions';
import { formatOf } from '../../../src/engine/numerics/format';
import { contains, type Interval, interval, isPoint, point } from '../../../src/engine/numerics/interval';
import type { Attributes, Signature } from '../../../src/engine/numerics/signature';
import { OPS } from '../../../src/engine/ops/index';
import type { Facts, Op, Operand } from '../../../src/engine/ops/op';

const DOUBLE = formatOf('float64');
const SCALAR: Signature = { shape: [], kind: 'float' };
const scalar = (x: number): Operand => ({ ...SCALAR, values: Float64Array.of(x) });
const defaults = (op: Op): Attributes => op.attributes ?? {};

function call(op: Op, xs: readonly number[]): number {
  return op.forward({ operands: xs.map(scalar), attributes: defaults(op), shape: [], format: DOUBLE, conventions })[0] ?? NaN;
}

function pull(op: Op, xs: readonly number[]): (number | null)[] {
  const request = { operands: xs.map(scalar), attributes: defaults(op), shape: [], format: DOUBLE, conventions };
  return op.backward({ ...request, result: op.forward(request), gradient: Float64Array.of(1) }).map((g) => g?.[0] ?? null);
}

const scope: Record<string, unknown> = { where: (condition: unknown, yes: number, no: number) => (condition ? yes : no) };
for (const [name, op] of Object.entries(OPS)) if (op.elementwise && !(name in scope)) scope[name] = (...xs: number[]) => call(op, xs);

function formula(text: string, op: Op): (xs: readonly number[]) => number {
  const compiled = compileFormula(text);
  const names = op.operands === 'variadic' ? [] : op.operands;
  return (xs) => Number(compiled.evaluate({ ...scope, ...defaults(op), ...Object.fromEntries(names.map((name, i) => [name, xs[i]])) }));
}

const elementwise = Object.values(OPS).filter((op) => op.elementwise);
const arity = (op: Op): number => op.operands.length;
const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

const POINTS = [-2.3, -1.37, -0.72, -0.41, 0.27, 0.63, 0.88, 1.31, 1.9, 2.7];

/** Points of the op's domain that are not within 0.01 of a singularity. */
function samples(op: Op): number[][] {
  const inDomain = (x: number, i: number): boolean => {
    const domain = op.facts?.domain?.[i];
    return !domain || contains(domain, x);
  };
  const choices = Array.from({ length: arity(op) }, (_, i) => POINTS.map((x) => x + 0.013 * i).filter((x) => inDomain(x, i)));
  const all = choices.reduce<number[][]>((rows, list) => rows.flatMap((row) => list.map((x) => [...row, x])), [[]]);
  return all.filter((_, i) => i % (arity(op) === 3 ? 7 : 1) === 0);
}

function difference(op: Op, xs: readonly number[], i: number): number {
  const h = 1e-5;
  const moved = (d: number): number =>
    call(
      op,
      xs.map((x, k) => (k === i ? x + d : x)),
    );
  return (moved(h) - moved(-h)) / (2 * h);
}

/** Ops whose slope a library takes to be 0 or 1 although the function itself does something else. */
const CUT = new Set(['stop_gradient', 'surrogate']);

describe('every elementwise op', () => {
  for (const op of elementwise) {
    const facts = op.facts;
    it(`${op.name} tells what it is`, () => {
      assert.ok(facts, 'no facts');
      assert.equal(facts.derivatives.length, arity(op));
    });
    facts?.derivatives.forEach((text, i) => {
      if (text === null) return;
      const derivative = formula(text, op);
      it(`${op.name} has the derivative it declares in operand ${i}`, () => {
        for (const xs of samples(op)) {
          const value = call(op, xs);
          if (Number.isNaN(value)) continue;
          const [declared, measured] = [derivative(xs), difference(op, xs, i)];
          assert.ok(near(declared, measured, 2e-5), `at ${xs.join(', ')}: declared ${declared}, measured ${measured}`);
          const back = pull(op, xs)[i] ?? 0;
          if (!CUT.has(op.name)) assert.ok(near(declared, back, 1e-9), `at ${xs.join(', ')}: declared ${declared}, pulled back ${back}`);
        }
      });
    });
    if (op.definition) {
      const definition = formula(op.definition, op);
      it(`${op.name} is what its definition says`, () => {
        for (const xs of samples(op)) {
          const value = call(op, xs);
          if (!Number.isNaN(value)) assert.ok(near(definition(xs), value, 1e-9), `at ${xs.join(', ')}: ${definition(xs)}, not ${value}`);
        }
      });
    }
    if (facts) describeShape(op, facts);
    it(`${op.name} stays in its range`, () => checkRange(op));
    if (op.steep) it(`${op.name} is steep only where it says so`, () => checkSteep(op));
  }
});

const clampEnds = (low: number, high: number): [number, number] => [Math.max(low, -6), Math.min(high, 6)];

/** Points inside an interval, its finite ends included. */
function ladder(low: number, high: number): number[] {
  const [a, b] = clampEnds(low, high);
  return Array.from({ length: 41 }, (_, i) => a + ((b - a) * i) / 40);
}

function describeShape(op: Op, facts: Facts): void {
  for (const { low, high, is } of facts.monotone ?? []) {
    it(`${op.name} is ${is} on [${low}, ${high}]`, () => {
      const values = ladder(low, high)
        .map((x) => call(op, [x]))
        .filter((y) => Number.isFinite(y));
      assert.ok(values.length > 10);
      values.slice(1).forEach((y, i) => assert.ok(is === 'increasing' ? y >= (values[i] ?? y) - 1e-12 : y <= (values[i] ?? y) + 1e-12));
    });
  }
  for (const { low, high, is } of facts.curvature ?? []) {
    it(`${op.name} is ${is} on [${low}, ${high}]`, () => {
      const xs = ladder(low, high);
      for (let i = 1; i + 1 < xs.length; i++) {
        const [a, b, c] = [xs[i - 1], xs[i], xs[i + 1]].map((x) => call(op, [x ?? NaN])) as [number, number, number];
        if (![a, b, c].every(Number.isFinite)) continue;
        const bend = a - 2 * b + c;
        const slack = 1e-12 * Math.max(1, Math.abs(b));
        assert.ok(is === 'convex' ? bend >= -slack : is === 'concave' ? bend <= slack : Math.abs(bend) <= slack, `at ${xs[i]}: ${bend}`);
      }
    });
  }
  for (const { at, kind, left, right } of facts.singularities ?? []) {
    it(`${op.name} has a ${kind} at ${at}`, () => {
      const places =
        at === 'integers' ? [-2, 0, 3] : at === 'nonzero-integers' ? [-2, 3] : at === 'half-integers' ? [-1.5, 0.5, 2.5] : [at];
      for (const x of places) checkSingularity(op, kind, x, left, right);
    });
  }
}

function checkSingularity(op: Op, kind: string, x: number, left: number | null, right: number | null): void {
  const h = 1e-7;
  const slope = (side: number): number => (call(op, [x + 2 * side * h]) - call(op, [x + side * h])) / (side * h);
  if (kind === 'jump') {
    const [below, above] = [call(op, [x - h]), call(op, [x + h])];
    assert.ok(Math.abs(above - below) > 0.5, `${below} to ${above}`);
    return;
  }
  for (const [side, declared] of [
    [-1, left],
    [1, right],
  ] as const) {
    if (declared === null) continue;
    const measured = slope(side);
    if (Number.isNaN(declared)) assert.ok(Number.isNaN(measured), `slope ${measured} on side ${side}`);
    else if (Number.isFinite(declared)) assert.ok(Math.abs(measured - declared) < 1e-5, `slope ${measured}, declared ${declared}`);
    else assert.ok(Math.abs(measured) > 10 && Math.sign(measured) === Math.sign(declared), `slope ${measured}, declared ${declared}`);
  }
}

const BOXES: readonly Interval[] = [
  interval(-2, 3),
  interval(0, 1),
  interval(0, 1, true, true),
  interval(-1, 1),
  interval(0, Infinity),
  interval(-Infinity, Infinity),
  interval(-Infinity, 0, true, false),
  interval(1, 4),
  interval(-4, -0.5),
  interval(0, 6),
  point(0),
  point(1),
  point(-2),
  interval(-Infinity, Infinity, false, false),
  interval(0.2, 0.7),
  interval(80, 120),
  interval(-800, 800),
];
const INSIDE = [
  -Infinity,
  -700,
  -90,
  -20,
  -4,
  -2,
  -1,
  -0.5,
  -1e-9,
  0,
  1e-300,
  1e-9,
  0.2,
  0.25,
  0.5,
  0.7,
  0.999,
  1,
  1.5,
  2,
  3,
  4,
  6,
  20,
  90,
  700,
  Infinity,
];

function* boxes(op: Op): Generator<Interval[]> {
  for (let i = 0; i < (arity(op) === 1 ? BOXES.length : 120); i++) {
    yield Array.from(
      { length: arity(op) },
      (_, k) => BOXES[(i * (k === 0 ? 1 : k === 1 ? 5 : 11) + k * (1 + Math.floor(i / BOXES.length))) % BOXES.length] as Interval,
    );
  }
}

function* pointsOf(operands: readonly Interval[]): Generator<number[]> {
  const choices = operands.map((box) => INSIDE.filter((x) => contains(box, x)));
  const most = Math.max(...choices.map((list) => list.length));
  if (choices.some((list) => list.length === 0)) return;
  for (let i = 0; i < (operands.length === 1 ? most : 3 * most); i++)
    yield choices.map((list, k) => list[(i * (1 + k) + k * Math.floor(i / most)) % list.length] as number);
}

function checkRange(op: Op): void {
  const signatures = Array.from({ length: arity(op) }, () => SCALAR);
  for (const operands of boxes(op)) {
    const range = op.range(operands, defaults(op), signatures, DOUBLE);
    for (const xs of pointsOf(operands)) {
      const value = call(op, xs);
      const fits = Number.isNaN(value) ? range.nan : contains(range, value) || nextTo(range, value);
      assert.ok(fits, `${op.name}(${xs.join(', ')}) = ${value} is not in ${JSON.stringify(range)} of ${JSON.stringify(operands)}`);
    }
  }
}

/** A value that rounding carried onto an open end: underflow to 0, overflow, or saturation. */
function nextTo({ lo, hi, loOpen, hiOpen }: Interval, value: number): boolean {
  return (loOpen && value === lo) || (hiOpen && value === hi);
}

function checkSteep(op: Op): void {
  for (const operands of boxes(op)) {
    if (op.steep?.(operands, defaults(op), conventions) !== false) continue;
    for (const xs of pointsOf(operands)) {
      const value = call(op, xs);
      if (!xs.every(Number.isFinite) || !Number.isFinite(value)) continue;
      pull(op, xs).forEach((g, i) =>
        assert.ok(g === null || isPoint(operands[i] as Interval) || !Number.isNaN(g), `${op.name} at ${xs.join(', ')} pulls back ${g}`),
      );
    }
  }
}

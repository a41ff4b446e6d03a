import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Expression } from '../../../src/engine/ir/expression';
import { inOrder } from '../../../src/engine/ir/expression';
import { variablesOf } from '../../../src/engine/ir/loss';
import type { Loss, Parameter } from '../../../src/engine/ir/loss';
import { FRAMEWORKS } from '../../../src/engine/frameworks/index';
import { liftLoss } from '../../../src/engine/lift/loss/lift-loss';
import { liftPython } from '../../../src/engine/lift/lift-python';
import { definitionOf } from '../../../src/engine/symbolic/definition';
import { differentiate } from '../../../src/engine/symbolic/differentiate';
import { Elements, longAxes } from '../../../src/engine/symbolic/elements';
import { spellings, textName } from '../../../src/engine/symbolic/names';
import { NoFormula } from '../../../src/engine/symbolic/no-formula';
import { simplify } from '../../../src/engine/symbolic/polynomial';
import { rewrite } from '../../../src/engine/symbolic/rewrite';
import type { Term } from '../../../src/engine/symbolic/term';
import { isIndex } from '../../../src/engine/symbolic/term';
import { compile } from '../../../src/engine/tape/compile';
import { Machine } from '../../../src/engine/tape/machine';
import { evaluateLoss, generator } from '../../support/evaluate-loss';
import { evaluateTerm } from '../../support/evaluate-term';
import { testParser } from '../../support/tools';

const folder = join(__dirname, '../../fixtures/losses');
const files = ['jax', 'numpy', 'tensorflow', 'torch'].flatMap((name) =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.py'))
    .map((file) => join(folder, name, file)),
);
/** Losses with larger tensors take too long to evaluate by definition. */
const MOST_ELEMENTS = 500;
type Values = Record<string, number[]>;
const wrong: string[] = [];

describe('symbolic formulas of the fixtures', () => {
  it('evaluate to the loss, and their derivatives to its differences', async () => {
    const parser = await testParser();
    const counts = { losses: 0, gradients: 0, definitions: 0 };
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      for (const loss of liftPython(parser.parse(text).module, text).losses)
        compare(loss, `${file.slice(folder.length)} ${loss.name}`, counts);
    }
    assert.deepEqual(wrong, []);
    assert.ok(counts.losses > 120 && counts.gradients > 120 && counts.definitions > 90, JSON.stringify(counts));
  }).timeout(60_000);
});

function compare(loss: Loss, what: string, counts: { losses: number; gradients: number; definitions: number }): void {
  const { body } = loss;
  if (!body || loss.status !== 'full' || inOrder(body).some(isSkipped)) return;
  const elements = new Elements();
  const total = attempt(() => rewrite(elements.total(body)));
  if (!total) return;
  const point = pointOf(loss);
  const value = valueAt(loss);
  const expected = value(point);
  if (!Number.isFinite(expected)) return;
  counts.losses++;
  const read = reader(loss, point);
  close(evaluateTerm(total, read, new Map()), expected, 1e-9, what);
  const definition = definitionOf(loss);
  const [again] = definition === null ? [] : liftLoss(definition).losses;
  if (again) {
    counts.definitions++;
    const spelled = spellings(loss.parameters.map(({ name }) => name));
    const renamed = Object.fromEntries(Object.entries(point).map(([name, values]) => [textName(spelled.get(name) ?? name), values]));
    close(
      evaluateLoss(again, renamed).reduce((sum, x) => sum + x, 0),
      expected,
      1e-9,
      `${what}: ${definition ?? ''}`,
    );
  }
  for (const variable of variablesOf(loss)) {
    if (variable.node?.kind !== 'float') continue;
    const places = variable.node.shape.map((size) => elements.place(size));
    const at = longAxes(variable.node.shape, places);
    const gradient = attempt(() => simplify(differentiate(total, { name: variable.name, at })));
    if (!gradient || usesConventions(loss)) continue;
    counts.gradients++;
    endPositions(variable, (positions, flat) => {
      const bound = new Map(places.flatMap((place, axis) => (isIndex(place) ? [[place.id, positions[axis] ?? 0] as const] : [])));
      close(
        evaluateTerm(gradient, read, bound),
        slope(value, point, variable.name, flat),
        3e-5,
        `${what} d/d${variable.name}[${positions.join()}]`,
      );
    });
  }
}

/** Tensors too large for here, what a tape cannot run, and a division that is printed without its case of 0. */
function isSkipped({ op, shape }: Expression): boolean {
  return sizeOf(shape) > MOST_ELEMENTS || ['grad', 'random', 'opaque', 'divide_no_nan'].includes(op);
}

/** Losses whose autograd deliberately differs from the slope of their value. */
function usesConventions({ body }: Loss): boolean {
  return inOrder(...(body ? [body] : [])).some((node) => ['stop_gradient', 'round', 'floor'].includes(node.op));
}

function valueAt(loss: Loss): (point: Values) => number {
  const tape = compile(loss.body ? [loss.body] : []);
  const machine = new Machine(tape, { format: 'float64', flushesSubnormals: false, conventions: FRAMEWORKS[loss.framework].conventions });
  return (point) => [...(machine.run(point)[tape.roots[0] ?? 0] ?? [])].reduce((sum, x) => sum + x, 0);
}

const leavesOf = (loss: Loss) => (loss.body ? inOrder(loss.body) : []).filter((node) => node.op === 'parameter');

function pointOf(loss: Loss): Values {
  const random = generator(23);
  const standards = new Map(loss.parameters.map((p) => [p.name, p.default]));
  const valuesOf = ({ shape, kind, attributes }: Expression): number[] =>
    Array.from({ length: sizeOf(shape) }, () => {
      const x = 0.15 + 0.7 * random();
      const standard = standards.get(String(attributes.name));
      if (typeof standard === 'number') return standard;
      return kind === 'int' || kind === 'bool' ? Math.round(x) : x;
    });
  return Object.fromEntries(leavesOf(loss).map((leaf) => [String(leaf.attributes.name), valuesOf(leaf)]));
}

function reader(loss: Loss, point: Values): (name: string, at: readonly number[]) => number {
  const shapes = new Map(leavesOf(loss).map((leaf) => [leaf.attributes.name, leaf.shape.filter((size) => size !== 1)]));
  return (name, at) => {
    const offset = (shapes.get(name) ?? []).reduce((sum, size, axis) => sum * size + (at[axis] ?? 0), 0);
    const value = point[name]?.[offset];
    assert.ok(value !== undefined, `${name}[${at.join()}]`);
    return value;
  };
}

function slope(value: (point: Values) => number, point: Values, name: string, flat: number): number {
  const moved = (by: number) => value({ ...point, [name]: (point[name] ?? []).map((x, i) => (i === flat ? x + by : x)) });
  return (moved(1e-6) - moved(-1e-6)) / 2e-6;
}

/** The first and the last element. */
function endPositions(parameter: Parameter, visit: (positions: readonly number[], flat: number) => void): void {
  const shape = parameter.node?.shape ?? [];
  for (const flat of new Set([0, sizeOf(shape) - 1])) {
    let rest = flat;
    const positions = [...shape].reverse().map((size) => {
      const digit = rest % size;
      rest = Math.floor(rest / size);
      return digit;
    });
    visit(positions.reverse(), flat);
  }
}

function attempt(action: () => Term): Term | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof NoFormula) return null;
    throw error;
  }
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

function close(actual: number, expected: number, tolerance: number, what: string): void {
  if (!(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)))) wrong.push(`${what}: ${actual} for ${expected}`);
}

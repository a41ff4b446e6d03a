import assert from 'node:assert/strict';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { formatOf } from '../../src/engine/numerics/format';
import { toNumber } from '../../src/engine/numerics/rational';
import { OPS } from '../../src/engine/ops';
import type { Index, Operand, Place, Term, TermOf } from '../../src/engine/symbolic/term';
import { INDEX_VALUE, PI, isIndex } from '../../src/engine/symbolic/term';

/** The element of a parameter at a position on each of its axes. */
export type ReadElement = (name: string, at: readonly number[]) => number;

/** The value of a term where its free index variables stand at given positions: by definition, without any rewriting. */
export function evaluateTerm(term: Term, read: ReadElement, positions: ReadonlyMap<number, number>): number {
  const value = (t: Term) => evaluateTerm(t, read, positions);
  switch (term.kind) {
    case 'number':
      return toNumber(term.value);
    case 'symbol':
      return symbolValue(term, read, positions);
    case 'add':
      return term.terms.reduce((sum, t) => sum + value(t), 0);
    case 'multiply':
      return term.factors.reduce((product, t) => product * value(t), toNumber(term.coefficient));
    case 'power':
      return value(term.base) ** value(term.exponent);
    case 'apply':
      return applied(term, term.args.map(value));
    case 'reduce':
      return reduced(term, elements(term.indices, term.body, read, positions));
    case 'along':
      return softmax(term, elements([term.index], term.body, read, positions), placed(term.at, read, positions));
    case 'whole':
      return wholeElement(term, read, positions);
    case 'count':
      return term.indices.reduce((product, index) => product * index.size, 1);
    case 'delta':
      return placed(term.left, read, positions) === placed(term.right, read, positions) ? 1 : 0;
  }
}

function symbolValue({ name, at }: TermOf<'symbol'>, read: ReadElement, positions: ReadonlyMap<number, number>): number {
  const places = at.map((place) => placed(place, read, positions));
  if (name === INDEX_VALUE) return places[0] ?? NaN;
  if (name.startsWith('[')) return (JSON.parse(name) as number[])[places[0] ?? 0] ?? NaN;
  if (name === 'Infinity' || name === 'NaN') return Number(name);
  return name === PI ? Math.PI : read(name, places);
}

function placed(place: Place, read: ReadElement, positions: ReadonlyMap<number, number>): number {
  if (typeof place === 'number') return place;
  if (!isIndex(place)) return evaluateTerm(place, read, positions);
  const position = positions.get(place.id);
  assert.ok(position !== undefined, `index ${place.id} is not bound`);
  return position;
}

function elements(indices: readonly Index[], body: Term, read: ReadElement, positions: ReadonlyMap<number, number>): number[] {
  const [index, ...rest] = indices;
  if (!index) return [evaluateTerm(body, read, positions)];
  return Array.from({ length: index.size }, (_, i) => elements(rest, body, read, new Map([...positions, [index.id, i]]))).flat();
}

function reduced({ op, attributes }: TermOf<'reduce'>, values: readonly number[]): number {
  return forward(op, [values], [[values.length]], attributes)[0] ?? NaN;
}

function softmax({ op }: TermOf<'along'>, values: readonly number[], at: number): number {
  return forward(op, [values], [[values.length]], { axis: 0 })[at] ?? NaN;
}

/** Operands that no variable outside of them moves, which are computed once. */
const fixed = new WeakMap<ReadElement, Map<string, number[]>>();

function tensorOf({ indices, body }: Operand, read: ReadElement, positions: ReadonlyMap<number, number>): number[] {
  if ([...body.free.keys()].some((id) => !indices.some((index) => index.id === id))) return elements(indices, body, read, positions);
  const known = fixed.get(read) ?? new Map<string, number[]>();
  fixed.set(read, known);
  const key = `${body.key} ${indices.map(({ id }) => id).join()}`;
  const values = known.get(key) ?? elements(indices, body, read, positions);
  known.set(key, values);
  return values;
}

function wholeElement(
  { op, operands, attributes, at }: TermOf<'whole'>,
  read: ReadElement,
  positions: ReadonlyMap<number, number>,
): number {
  const values = operands.map((operand) => tensorOf(operand, read, positions));
  const shapes = operands.map(({ shape }) => shape);
  const table = op === 'constant' ? (attributes as { values: readonly number[]; shape: readonly number[] }) : null;
  const shape = table?.shape ?? inferred(op, values, shapes, attributes).shape;
  const long = at.map((place) => placed(place, read, positions));
  const offset = shape.reduce((sum, size) => sum * size + (size === 1 ? 0 : (long.shift() ?? NaN)), 0);
  return (table?.values ?? forward(op, values, shapes, attributes))[offset] ?? NaN;
}

function applied({ op, attributes }: TermOf<'apply'>, values: readonly number[]): number {
  if (op === 'logsumexp' || typeof attributes.at === 'number')
    return forward(op, [values], [[values.length]], { axis: 0 })[Number(attributes.at ?? 1) - 1] ?? NaN;
  return (
    forward(
      op,
      values.map((v) => [v]),
      values.map(() => []),
      attributes,
    )[0] ?? NaN
  );
}

function forward(
  name: string,
  values: readonly (readonly number[])[],
  shapes: readonly (readonly number[])[],
  attributes: Readonly<Record<string, never>> | object,
): Float64Array {
  const { op, operands, given, shape } = inferred(name, values, shapes, attributes);
  return op.forward({ operands, attributes: given, shape, format: formatOf('float64'), conventions });
}

function inferred(
  name: string,
  values: readonly (readonly number[])[],
  shapes: readonly (readonly number[])[],
  attributes: Readonly<Record<string, never>> | object,
) {
  const op = OPS[name];
  assert.ok(op, name);
  const operands = values.map((v, i) => ({ shape: shapes[i] ?? [], kind: 'float' as const, values: Float64Array.from(v) }));
  const given = attributes as Readonly<Record<string, number>>;
  return { op, operands, given, shape: op.infer(operands, given).shape };
}

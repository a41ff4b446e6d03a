import assert from 'node:assert/strict';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { formatOf } from '../../src/engine/numerics/format';
import { toNumber } from '../../src/engine/numerics/rational';
import { OPS } from '../../src/engine/ops';
import type { Index, Place, Term, TermOf } from '../../src/engine/symbolic/term';
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
  if (name === 'Infinity') return Infinity;
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
  const op = OPS[name];
  assert.ok(op, name);
  const operands = values.map((v, i) => ({ shape: shapes[i] ?? [], kind: 'float' as const, values: Float64Array.from(v) }));
  const given = attributes as Readonly<Record<string, number>>;
  const { shape } = op.infer(operands, given);
  return op.forward({ operands, attributes: given, shape, format: formatOf('float64'), conventions });
}

import { piecesOf } from '../pieces/piecewise';
import { TermAlgebra } from '../scalar/algebra';
import { withoutPositiveFactors } from '../scalar/common-factors';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
import { compile } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { exactSign } from './sign';

const MOST_SETTINGS = 4;

/** Points near which a function of one studied coordinate may bend the other way: its seams, and where its second derivative changes sign. */
export function hintsOf(term: Term, space: readonly Coordinate[]): readonly (readonly number[])[] {
  const studied = space.findIndex((c) => c.studied);
  const [own, ...more] = space.filter((c) => c.studied);
  if (!own || more.length > 0) return [];
  const random = repeatable(5);
  const settings = Array.from({ length: space.length === 1 ? 1 : MOST_SETTINGS }, (_, i) =>
    space.map((c) => (i < 2 ? (plainValues(c)[i] ?? drawn(c, random)) : drawn(c, random))),
  );
  return settings.flatMap((setting) =>
    placesOf(term, space, setting, own).map((x) => setting.map((value, i) => (i === studied ? x : value))),
  );
}

function placesOf(term: Term, space: readonly Coordinate[], setting: readonly number[], own: Coordinate): readonly number[] {
  const algebra = new TermAlgebra(new Map([[own.name, own.range]]));
  const fixed = space.flatMap((c, i) => (c === own ? [] : [[c.name, algebra.number(setting[i] as number)] as const]));
  const { pieces } = piecesOf(substitute(algebra, term, new Map(fixed)), own.name, own.range);
  const seams = pieces.slice(1).map((piece) => piece.low?.value ?? NaN);
  const turns = pieces.flatMap((piece) => turnsOf(piece.algebra, piece.term, own.name));
  return [...seams, ...turns].filter(Number.isFinite);
}

/** Points between the sign changes of the second derivative, and beyond them. */
function turnsOf(algebra: Algebra, term: Term, variable: string): readonly number[] {
  const derivatives = new Derivatives(algebra, variable);
  const domain = algebra.range(algebra.variable(variable));
  const second = withoutPositiveFactors(algebra, derivatives.of(derivatives.of(term)));
  const sign = exactSign(second, variable, domain);
  if (sign === null) return extremesOf(second, variable, algebra);
  if (sign.kind !== 'changes') return [];
  const ends = [domain.lo, ...sign.at, domain.hi];
  return ends.slice(1).map((high, i) => between(ends[i] as number, high));
}

const SAMPLES = 300;

/** Where a term is least and greatest among plain and random points. */
function extremesOf(term: Term, variable: string, algebra: Algebra): readonly number[] {
  const coordinate: Coordinate = { name: variable, range: algebra.range(algebra.variable(variable)), values: null, studied: true };
  const random = repeatable(13);
  const evaluate = compile(term, [variable]);
  const points = [...plainValues(coordinate), ...Array.from({ length: SAMPLES }, () => drawn(coordinate, random))];
  const known = points.map((x) => ({ x, value: evaluate([x]) })).filter(({ value }) => Number.isFinite(value));
  const ordered = known.sort((a, b) => a.value - b.value);
  return [ordered[0]?.x, ordered[ordered.length - 1]?.x].filter((x) => x !== undefined);
}

function between(low: number, high: number): number {
  if (low === -Infinity) return high === Infinity ? 0 : high - 1;
  return high === Infinity ? low + 1 : low / 2 + high / 2;
}

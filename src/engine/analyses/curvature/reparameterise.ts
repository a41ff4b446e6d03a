import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import type { ElementCoordinate, ScalarLoss } from '../scalar/loss-terms';
import { substituter } from '../scalar/rebuild';
import { inOrder } from '../scalar/tape';
import type { Term } from '../scalar/term';
import { convexProofOf } from './decide';

/** Other parameters in which a loss may be convex: how elements of one or two parameters are made of new ones, and how that is said. */
interface Attempt {
  readonly text: string;
  /** By parameter: the domain of the new element in place of an old one, and the old one made of it and of what stands for the other parameter. */
  readonly made: ReadonlyMap<string, Made>;
}

interface Made {
  range(old: I.Interval): I.Interval;
  term(algebra: TermAlgebra, own: Term, other: Term): Term;
}

/**
 * Parameters in which a loss that is not convex is: the logarithm, the exponential or the reciprocal of one, or, of a location
 * and a scale, their quotient and the reciprocal scale, in which a log-concave density has a convex negative log-likelihood.
 * Null where none is proved.
 */
export function restoredIn(form: ScalarLoss, wrt: readonly string[]): string | null {
  if (inOrder(form.term).length > LARGEST) return null;
  return attemptsOf(form, wrt).find((attempt) => isConvexAfter(form, wrt, attempt))?.text ?? null;
}

const POSITIVE = I.interval(0, Infinity, true, true);

const EXPONENTIAL: Made = {
  range: ({ hi, hiOpen }) => I.interval(-Infinity, Math.log(hi), true, hiOpen),
  term: (algebra, own) => algebra.apply('exp', own),
};

const RECIPROCAL: Made = { range: () => POSITIVE, term: (algebra, own) => reciprocal(algebra, own) };

const LOGARITHM: Made = { range: () => POSITIVE, term: (algebra, own) => algebra.apply('log', own) };

const NEGATIVE_LOGARITHM: Made = { range: () => POSITIVE, term: (algebra, own) => algebra.negative(algebra.apply('log', own)) };

/** The location in units of the scale, whose reciprocal is the other. */
const LOCATION: Made = { range: () => I.ALL, term: (algebra, own, scale) => algebra.multiply(own, reciprocal(algebra, scale)) };

function reciprocal(algebra: TermAlgebra, term: Term): Term {
  return algebra.product([{ weight: Q.rational(-1), term }]);
}

/** A scale of which the reciprocal square root is taken: a variance or its logarithm. */
const VARIANCE: Made = { range: () => POSITIVE, term: (algebra, own) => algebra.product([{ weight: Q.rational(-2), term: own }]) };

const LOG_VARIANCE: Made = {
  range: () => POSITIVE,
  term: (algebra, own) => algebra.scale(Q.rational(-2), algebra.apply('log', own)),
};

function attemptsOf(form: ScalarLoss, wrt: readonly string[]): readonly Attempt[] {
  const singles = wrt.flatMap((name) => singlesOf(form, name));
  const pairs = wrt.flatMap((location) => wrt.flatMap((scale) => (location === scale ? [] : pairsOf(form, location, scale))));
  return [...singles, ...pairs].slice(0, MOST_ATTEMPTS);
}

const MOST_ATTEMPTS = 8;

/** Losses of more nodes are not tried in other parameters. */
const LARGEST = 500;

function singlesOf(form: ScalarLoss, name: string): Attempt[] {
  const alone = (text: string, made: Made): Attempt => ({ text, made: new Map([[name, made]]) });
  if (isPositive(form, name)) return [alone(`log(${name})`, EXPONENTIAL), alone(`1 / ${name}`, RECIPROCAL)];
  return isExponent(form, name) ? [alone(`exp(${name})`, LOGARITHM), alone(`exp(-${name})`, NEGATIVE_LOGARITHM)] : [];
}

function pairsOf(form: ScalarLoss, location: string, scale: string): Attempt[] {
  if (isPositive(form, location)) return [];
  const both = (unit: string, divided: string, made: Made): Attempt => ({
    text: `${divided}, ${unit}`,
    made: new Map([
      [location, LOCATION],
      [scale, made],
    ]),
  });
  if (isPositive(form, scale)) {
    const root = `sqrt(${scale})`;
    return [both(`1 / ${scale}`, `${location} / ${scale}`, RECIPROCAL), both(`1 / ${root}`, `${location} / ${root}`, VARIANCE)];
  }
  if (!isExponent(form, scale)) return [];
  const half = `exp(-${scale} / 2)`;
  return [both(`exp(-${scale})`, `${location} * exp(-${scale})`, NEGATIVE_LOGARITHM), both(half, `${location} * ${half}`, LOG_VARIANCE)];
}

function elementsOf({ coordinates }: ScalarLoss, name: string): readonly ElementCoordinate[] {
  return coordinates.filter((c) => c.parameter === name);
}

function isPositive(form: ScalarLoss, name: string): boolean {
  return elementsOf(form, name).every(({ range }) => I.isNonNegative(range));
}

/** Whether an element stands in an exponential. */
function isExponent(form: ScalarLoss, name: string): boolean {
  const names = new Set(elementsOf(form, name).map((c) => c.name));
  return inOrder(form.term).some((node) => node.op === 'exp' && [...names].some((one) => node.free.has(one)));
}

function isConvexAfter(form: ScalarLoss, wrt: readonly string[], { made }: Attempt): boolean {
  const coordinates = form.coordinates.map((c) => {
    const how = made.get(c.parameter);
    return { ...c, studied: wrt.includes(c.parameter), ...(how ? { range: how.range(c.range), values: null } : {}) };
  });
  const algebra = new TermAlgebra(new Map(coordinates.map((c) => [c.name, c.range])));
  const values = form.coordinates.flatMap((c) => {
    const how = made.get(c.parameter);
    const partner = partnerOf(form, c, made);
    return how ? [[c.name, how.term(algebra, algebra.variable(c.name), algebra.variable(partner))] as const] : [];
  });
  return convexProofOf(algebra, substituter(algebra, new Map(values))(form.term), coordinates) !== null;
}

/** The element of the other new parameter at the same place, or the only one it has. */
function partnerOf(form: ScalarLoss, { name, parameter }: ElementCoordinate, made: Attempt['made']): string {
  const other = [...made.keys()].find((one) => one !== parameter);
  if (other === undefined) return name;
  const elements = elementsOf(form, other);
  const place = name.slice(parameter.length);
  return (elements.find((one) => one.name.slice(other.length) === place) ?? elements[0])?.name ?? name;
}

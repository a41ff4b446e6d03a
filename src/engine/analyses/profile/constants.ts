import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { componentsOf, patternOf } from '../curvature/separable';
import type { Coordinate } from '../scalar/coordinate';
import { Derivatives } from '../scalar/derivative';
import type { ScalarLoss } from '../scalar/loss-terms';
import { ridgeOf } from '../scalar/ridge';
import { NON_SMOOTH } from '../scalar/smoothness';
import { inOrder } from '../scalar/tape';
import type { Term, Weighted } from '../scalar/term';
import { isNumber } from '../scalar/term';
import { describe } from './bounds';
import { type LineProfile, profileOf } from './line-profile';
import type { Sections, SectionsAlong } from './sections';

/** Of a sum of functions of one studied element each: the root of the sum of their squared Lipschitz constants; null where one is not known. */
export function lipschitzOf(form: ScalarLoss, studied: readonly string[], along: SectionsAlong): number | null {
  const constants = constantsOf(form, studied, along, 1, (profile) => profile.steepest());
  return constants && shortened(Math.hypot(...constants));
}

/** Of a sum of functions of one studied element each: the largest bound of their second derivatives; null where one is not known. */
export function smoothnessOf(form: ScalarLoss, studied: readonly string[], along: SectionsAlong): number | null {
  const constants = constantsOf(form, studied, along, 2, (profile) => profile.sharpest());
  return constants && shortened(Math.max(0, ...constants));
}

type Pick = (profile: LineProfile) => number | null;

/** A constant for each part; parts of one form are looked at once. */
function constantsOf(
  form: ScalarLoss,
  studied: readonly string[],
  along: SectionsAlong,
  order: 1 | 2,
  pick: Pick,
): readonly number[] | null {
  const names = form.coordinates.filter((c) => studied.includes(c.parameter)).map((c) => c.name);
  const known = new Map<string, number | null>();
  const constants: number[] = [];
  for (const group of componentsOf(form.term, names)) {
    const part = form.algebra.sum(Q.ZERO, group);
    const key = patternOf(part, (name) => `${names.includes(name)} ${describe(form, name)}`);
    if (!known.has(key)) known.set(key, constantOfPart(form, part, names, along, order, pick));
    const constant = known.get(key) ?? null;
    if (constant === null) return null;
    constants.push(constant);
  }
  return constants;
}

function constantOfPart(
  form: ScalarLoss,
  part: Term,
  names: readonly string[],
  along: SectionsAlong,
  order: 1 | 2,
  pick: Pick,
): number | null {
  const [only, another] = form.coordinates.filter((c) => names.includes(c.name) && part.free.has(c.name));
  if (another) return null;
  if (!only) return 0;
  return alongForm(form, part, only.name, order, pick) ?? alongSections(form, along(only, part), order, pick);
}

/** Of a function of one affine form, whatever the parameters in it: a constant of that function times a power of the form's slope. */
function alongForm({ algebra, coordinates }: ScalarLoss, part: Term, name: string, order: 1 | 2, pick: Pick): number | null {
  const values = new Map(coordinates.flatMap((c) => (c.values ? [[c.name, c.values] as const] : [])));
  const ridge = ridgeOf(algebra, part, [name], values);
  if (!ridge || ridge.term.free.size !== 1) return null;
  const profile = profileOf(ridge.term, ridge.variable, ridge.algebra.range(ridge.algebra.variable(ridge.variable)));
  const constant = profile && pick(profile);
  const slope = Math.abs(Q.toNumber((ridge.form[0] as Weighted).weight));
  return constant !== null && Number.isFinite(constant) ? constant * slope ** order : null;
}

/** One number for all sections, where these reach what every setting of the parameters can make of the derivative. */
function alongSections(form: ScalarLoss, sections: Sections, order: 1 | 2, pick: Pick): number | null {
  const limit = sections.others.length === 0 ? 0 : limitBeyond(form, sections, order);
  const largest = limit < Infinity ? largestOf(sections.list, pick) : null;
  return largest !== null && limit <= largest * (1 + 1e-9) + 1e-300 ? largest : null;
}

/** What the derivative may come to between the settings of the sections; 0 where these are extreme. */
function limitBeyond(form: ScalarLoss, { coordinate, part, others }: Sections, order: 1 | 2): number {
  const derivatives = new Derivatives(form.algebra, coordinate.name);
  const derivative = order === 1 ? derivatives.of(part) : derivatives.of(derivatives.of(part));
  if (others.length <= FULLY_COVERED && others.every((other) => isExtremeAtEnds(form, derivative, other))) return 0;
  return I.abs(form.algebra.range(derivative)).hi;
}

/** The largest constant of some sections; null where one has none. */
function largestOf(list: Sections['list'], pick: Pick): number | null {
  let largest: number | null = null;
  for (const { profile } of list) {
    const found = profile && pick(profile);
    if (found === null || !Number.isFinite(found)) return null;
    largest = Math.max(largest ?? found, found);
  }
  return largest;
}

/** Sections cover every combination of the ends of so many parameters. */
const FULLY_COVERED = 2;

/** Whether a parameter leaves a derivative as it is, has no more than two values, or moves it along one straight line between two closed ends. */
function isExtremeAtEnds({ algebra }: ScalarLoss, derivative: Term, { name, range, values }: Coordinate): boolean {
  if (!derivative.free.has(name)) return true;
  if (inOrder(derivative).some((node) => NON_SMOOTH.has(node.op) && node.free.has(name))) return false;
  const slope = new Derivatives(algebra, name);
  if (values) return values.length <= 2;
  return [range.lo, range.hi].every((end) => Number.isFinite(end) && I.contains(range, end)) && isNumber(slope.of(slope.of(derivative)), 0);
}

function shortened(x: number): number {
  const short = Number(x.toPrecision(12));
  return Math.abs(short - x) <= 1e-11 * Math.abs(x) ? short : x;
}

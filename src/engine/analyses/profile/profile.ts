import type { Loss } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { componentsOf } from '../curvature/separable';
import type { DifferentiabilityAnswer } from '../differentiability/answer';
import { TermAlgebra } from '../scalar/algebra';
import { type Coordinate, plainValues } from '../scalar/coordinate';
import { Derivatives } from '../scalar/derivative';
import type { ElementCoordinate, NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import { substitute } from '../scalar/rebuild';
import type { Term } from '../scalar/term';
import { dependsOn } from '../scalar/term';
import { lowerBound } from './lower-bound';
import { type LineProfile, profileOf } from './line-profile';

/** Whether the gradient dies away while the loss is above its infimum. */
export interface SaturationAnswer {
  readonly answer: 'no' | 'saturates' | 'unknown';
  readonly where?: string;
  readonly evidence: string;
}

/** Bounds, constants and limits of a loss; infinite limits are ±Infinity, what is unknown or unbounded is null. */
export interface Profile {
  readonly bounds: { readonly lower: number | null; readonly upper: number | null };
  readonly lipschitz: number | null;
  readonly smoothness: number | null;
  readonly saturation: Readonly<Record<string, SaturationAnswer>>;
  readonly gradientLimits: Readonly<Record<string, { readonly lower: number | null; readonly upper: number | null }>>;
  readonly deadZones: Readonly<Record<string, readonly (readonly [number | null, number | null])[]>>;
}

/**
 * Everything about slopes and extremes of a loss that its one-variable sections tell; a loss that jumps has no Lipschitz
 * constant, one with kinks no smoothness constant.
 */
export function profileOfLoss(loss: Loss, form: ScalarLoss | NoScalarForm, smoothness: DifferentiabilityAnswer['answer']): Profile {
  const variables = variablesOf(loss).map((p) => p.name);
  if ('why' in form) return nothing(variables, form.why);
  const sections = new Map(variables.map((name) => [name, sectionsOf(form, name)] as const));
  const [only] = sections.values();
  const scalar = form.coordinates.filter((c) => variables.includes(c.parameter)).length === 1 ? (only ?? null) : null;
  return {
    bounds: boundsOf(form, scalar),
    lipschitz: scalar && !JUMPING.has(smoothness) ? constantOf(form, scalar, 1, (p) => p.steepest()) : null,
    smoothness: scalar && CONTINUOUS_SLOPE.has(smoothness) ? constantOf(form, scalar, 2, (p) => p.sharpest()) : null,
    saturation: mapped(sections, (s) => saturationOf(s)),
    gradientLimits: mapped(sections, limitsOf),
    deadZones: mapped(sections, deadZonesOf),
  };
}

const CONTINUOUS_SLOPE: ReadonlySet<DifferentiabilityAnswer['answer']> = new Set(['smooth', 'C2', 'C1']);
const JUMPING: ReadonlySet<DifferentiabilityAnswer['answer']> = new Set(['jump', 'infinite-slope', 'unknown']);

function nothing(names: readonly string[], why: string): Profile {
  const each = <T>(value: T): Readonly<Record<string, T>> => Object.fromEntries(names.map((name) => [name, value]));
  const unknown: SaturationAnswer = { answer: 'unknown', evidence: why };
  return {
    bounds: { lower: null, upper: null },
    lipschitz: null,
    smoothness: null,
    saturation: each(unknown),
    gradientLimits: each({ lower: null, upper: null }),
    deadZones: each([]),
  };
}

function mapped<T>(sections: ReadonlyMap<string, Sections>, of: (sections: Sections) => T): Readonly<Record<string, T>> {
  return Object.fromEntries([...sections].map(([name, s]) => [name, of(s)]));
}

/** Sections of the loss along one element of a parameter, for several values of everything else in its component. */
interface Sections {
  readonly coordinate: ElementCoordinate | null;
  readonly term: Term;
  readonly profiles: readonly (LineProfile | null)[];
}

const MOST_SECTIONS = 4;

const LEVEL = { at: NaN, value: 0, slope: 0 };
const CONSTANT: LineProfile = {
  lower: null,
  upper: null,
  ends: [LEVEL, LEVEL],
  steepest: () => 0,
  sharpest: () => 0,
  flat: [[-Infinity, Infinity]],
};

function sectionsOf(form: ScalarLoss, parameter: string): Sections {
  const coordinate = form.coordinates.find((c) => c.parameter === parameter) ?? null;
  if (!coordinate) return { coordinate, term: form.term, profiles: [CONSTANT] };
  const group = componentsOf(form.term, [coordinate.name]).find((parts) => parts.some((p) => p.term.free.has(coordinate.name))) ?? [];
  const part = form.algebra.sum(
    Q.ZERO,
    group.filter((p) => p.term.free.has(coordinate.name)),
  );
  const others = form.coordinates.filter((c) => c !== coordinate && part.free.has(c.name));
  const domain = { ...coordinate.range, loOpen: true, hiOpen: true };
  const profiles = settingsOf(others).map((values) => {
    const algebra = new TermAlgebra(new Map([[coordinate.name, domain]]));
    const fixed = new Map([...values].map(([name, value]) => [name, algebra.number(value)]));
    return profileOf(substitute(algebra, part, fixed), coordinate.name, domain);
  });
  return { coordinate, term: part, profiles };
}

/** A few values of the other coordinates: all combinations of their finite sets or ends where these are few, else plain ones. */
function settingsOf(others: readonly Coordinate[]): readonly ReadonlyMap<string, number>[] {
  let settings: ReadonlyMap<string, number>[] = [new Map()];
  for (const other of others) {
    const values = settings.length * 2 > MOST_SECTIONS ? typicalValues(other).slice(0, 1) : typicalValues(other);
    settings = values.flatMap((value) => settings.map((setting) => new Map([...setting, [other.name, value]])));
  }
  return settings.slice(0, MOST_SECTIONS);
}

function typicalValues(coordinate: Coordinate): readonly number[] {
  const { values, range } = coordinate;
  if (values) return values.slice(0, 4);
  const ends = [range.lo, range.hi].filter((end) => Number.isFinite(end) && I.contains(range, end));
  return ends.length === 2 ? ends : plainValues(coordinate).slice(0, 2);
}

/** One number for all sections, confirmed by the range of the derivative where there are parameters. */
function constantOf(form: ScalarLoss, sections: Sections, order: 1 | 2, pick: (profile: LineProfile) => number | null): number | null {
  const found = sections.profiles.map((p) => p && pick(p));
  if (found.length === 0 || !found.every((v): v is number => v !== null && Number.isFinite(v))) return null;
  const largest = Math.max(...found);
  if (sections.profiles.length === 1 || !sections.coordinate) return shortened(largest);
  const derivatives = new Derivatives(form.algebra, sections.coordinate.name);
  const derivative = order === 1 ? derivatives.of(sections.term) : derivatives.of(derivatives.of(sections.term));
  const range = I.abs(form.algebra.range(derivative));
  return range.hi <= largest * (1 + 1e-9) + 1e-300 ? shortened(largest) : null;
}

function shortened(x: number): number {
  if (Math.abs(x) < 1e-13) return 0;
  const short = Number(x.toPrecision(12));
  return Math.abs(short - x) <= 1e-11 * Math.abs(x) ? short : x;
}

function boundsOf(form: ScalarLoss, scalar: Sections | null): Profile['bounds'] {
  const exact = scalar?.profiles.length === 1 && scalar.term === form.term ? scalar.profiles[0] : null;
  const finite = (x: number | null): number | null => (x !== null && Number.isFinite(x) ? shortened(x) : null);
  if (exact) return { lower: finite(exact.lower), upper: finite(exact.upper) };
  const range = form.algebra.range(form.term);
  return { lower: finite(Math.max(range.lo, lowerBound(form.algebra, form.term) ?? -Infinity)), upper: finite(range.hi) };
}

/** Limits of the slope where all sections agree. */
function limitsOf({ profiles }: Sections): { readonly lower: number | null; readonly upper: number | null } {
  const agreed = (index: 0 | 1): number | null => {
    const slopes = profiles.map((p) => p?.ends[index].slope ?? null);
    const [first] = slopes;
    return first !== null && first !== undefined && slopes.every((s) => s === first) ? first : null;
  };
  return { lower: agreed(0), upper: agreed(1) };
}

function deadZonesOf({ profiles }: Sections): readonly (readonly [number | null, number | null])[] {
  const [first] = profiles;
  const same = first && profiles.every((p) => JSON.stringify(p?.flat) === JSON.stringify(first.flat));
  const open = (x: number): number | null => (Number.isFinite(x) ? x : null);
  return same ? first.flat.map(([low, high]) => [open(low), open(high)]) : [];
}

/** A section whose slope tends to 0 at an end of the domain while the value does not tend to the infimum. */
function saturationOf({ coordinate, profiles, term }: Sections): SaturationAnswer {
  if (!coordinate || !dependsOn(term, [coordinate.name])) return { answer: 'unknown', evidence: 'the loss does not depend on it' };
  for (const profile of profiles) {
    for (const { at, value, slope } of profile?.ends ?? []) {
      const above =
        value !== null && profile?.lower !== null && profile !== null && value - profile.lower > 1e-9 * (1 + Math.abs(profile.lower));
      if (slope === 0 && above)
        return {
          answer: 'saturates',
          where: `${coordinate.name} → ${ending(at)}`,
          evidence: 'the slope tends to 0 while the loss stays above its infimum',
        };
    }
  }
  if (profiles.some((p) => !p || p.lower === null || p.ends.some((e) => e.slope === null)))
    return { answer: 'unknown', evidence: 'a limit of the slope was not found' };
  return { answer: 'no', evidence: 'where the slope tends to 0, the loss tends to its infimum' };
}

function ending(at: number): string {
  return at === Infinity ? 'inf' : at === -Infinity ? '-inf' : String(at);
}

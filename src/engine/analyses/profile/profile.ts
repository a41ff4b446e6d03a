import { sizeOf } from '../../ir/expression';
import type { Loss } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import * as I from '../../numerics/interval';
import type { DifferentiabilityAnswer } from '../differentiability/answer';
import { Derivatives } from '../scalar/derivative';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import { type Bounds, boundsOf } from './bounds';
import type { LineProfile } from './line-profile';
import { type SaturationAnswer, saturationOf } from './saturation';
import { type Sections, sectionsOf } from './sections';

/** Bounds, constants and limits of a loss; infinite limits are ±Infinity, what is unknown or unbounded is null. */
export interface Profile {
  readonly bounds: Bounds;
  readonly lipschitz: number | null;
  readonly smoothness: number | null;
  readonly saturation: Readonly<Record<string, SaturationAnswer>>;
  readonly gradientLimits: Readonly<Record<string, Bounds>>;
  readonly deadZones: Readonly<Record<string, readonly (readonly [number | null, number | null])[]>>;
}

const CONTINUOUS_SLOPE: ReadonlySet<DifferentiabilityAnswer['answer']> = new Set(['smooth', 'C2', 'C1']);
const NO_CONSTANT: ReadonlySet<DifferentiabilityAnswer['answer']> = new Set(['jump', 'infinite-slope', 'unknown']);

/**
 * Everything about slopes and extremes of a loss that its one-variable sections tell; a loss that jumps has no Lipschitz
 * constant, one with kinks no smoothness constant.
 */
export function profileOfLoss(loss: Loss, form: ScalarLoss | NoScalarForm, smoothness: DifferentiabilityAnswer['answer']): Profile {
  const variables = variablesOf(loss).map((p) => p.name);
  if ('why' in form) return nothing(variables, form.why);
  const sections = new Map(variables.map((name) => [name, sectionsOfParameter(form, name)] as const));
  const studied = form.coordinates.filter((c) => variables.includes(c.parameter));
  const [only] = sections.values();
  const scalar = studied.length === 1 ? (only ?? null) : null;
  return {
    bounds: boundsOf(form, variables, loss.body ? sizeOf(loss.body.shape) : 1),
    lipschitz: studied.length === 0 ? 0 : scalar && !NO_CONSTANT.has(smoothness) ? constantOf(form, scalar, 1, (p) => p.steepest()) : null,
    smoothness: scalar && CONTINUOUS_SLOPE.has(smoothness) ? constantOf(form, scalar, 2, (p) => p.sharpest()) : null,
    saturation: mapped(sections, (s) =>
      s ? saturationOf(form, s, variables) : { answer: 'unknown', evidence: 'the loss does not depend on it' },
    ),
    gradientLimits: mapped(sections, limitsOf),
    deadZones: mapped(sections, deadZonesOf),
  };
}

function nothing(names: readonly string[], why: string): Profile {
  const each = <T>(value: T): Readonly<Record<string, T>> => Object.fromEntries(names.map((name) => [name, value]));
  const open: Bounds = { lower: null, upper: null };
  const unknown: SaturationAnswer = { answer: 'unknown', evidence: why };
  return { bounds: open, lipschitz: null, smoothness: null, saturation: each(unknown), gradientLimits: each(open), deadZones: each([]) };
}

/** Elements of a parameter are alike: the first one that matters stands for all. */
function sectionsOfParameter(form: ScalarLoss, parameter: string): Sections | null {
  const coordinate = form.coordinates.find((c) => c.parameter === parameter);
  return coordinate ? sectionsOf(form, coordinate) : null;
}

function mapped<T>(sections: ReadonlyMap<string, Sections | null>, of: (sections: Sections | null) => T): Readonly<Record<string, T>> {
  return Object.fromEntries([...sections].map(([name, s]) => [name, of(s)]));
}

/** One number for all sections, confirmed by the range of the derivative where there are parameters. */
function constantOf(
  form: ScalarLoss,
  { coordinate, part, list }: Sections,
  order: 1 | 2,
  pick: (profile: LineProfile) => number | null,
): number | null {
  const found = list.map(({ profile }) => profile && pick(profile));
  if (found.length === 0 || !found.every((v): v is number => v !== null && Number.isFinite(v))) return null;
  const largest = Math.max(...found);
  if (list.length === 1 && list[0]?.setting.size === 0) return shortened(largest);
  const derivatives = new Derivatives(form.algebra, coordinate.name);
  const derivative = order === 1 ? derivatives.of(part) : derivatives.of(derivatives.of(part));
  const range = I.abs(form.algebra.range(derivative));
  return range.hi <= largest * (1 + 1e-9) + 1e-300 ? shortened(largest) : null;
}

function shortened(x: number): number {
  const short = Number(x.toPrecision(12));
  return Math.abs(short - x) <= 1e-11 * Math.abs(x) ? short : x;
}

/** Limits of the slope where all sections agree. */
function limitsOf(sections: Sections | null): Bounds {
  if (!sections) return { lower: 0, upper: 0 };
  const agreed = (index: 0 | 1): number | null => {
    const slopes = sections.list.map(({ profile }) => profile?.ends[index].slope ?? null);
    const [first] = slopes;
    return first !== null && first !== undefined && slopes.every((s) => s === first) ? first : null;
  };
  return { lower: agreed(0), upper: agreed(1) };
}

/** Zones that all sections share; the whole line where the loss does not depend on the parameter. */
function deadZonesOf(sections: Sections | null): readonly (readonly [number | null, number | null])[] {
  if (!sections) return [[null, null]];
  const zones = sections.list.map(({ profile }) => profile?.flat ?? []);
  const [first] = zones;
  const same = first !== undefined && zones.every((flat) => JSON.stringify(flat) === JSON.stringify(first));
  const open = (x: number): number | null => (Number.isFinite(x) ? x : null);
  return same ? first.map(([low, high]) => [open(low), open(high)]) : [];
}

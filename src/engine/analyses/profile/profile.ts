import { sizeOf } from '../../ir/expression';
import type { Loss } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import type { DifferentiabilityAnswer } from '../differentiability/answer';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import { type Bounds, boundsOf } from './bounds';
import { lipschitzOf, smoothnessOf } from './constants';
import { type SaturationAnswer, saturationOf } from './saturation';
import { type Sections, type SectionsAlong, sectionsIn } from './sections';

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
  const along = sectionsIn(form);
  const sections = new Map(variables.map((name) => [name, sectionsOfParameter(form, name, along)] as const));
  const studied = form.coordinates.filter((c) => variables.includes(c.parameter));
  return {
    bounds: boundsOf(form, variables, along, loss.body ? sizeOf(loss.body.shape) : 1),
    lipschitz: studied.length === 0 ? 0 : NO_CONSTANT.has(smoothness) ? null : lipschitzOf(form, variables, along),
    smoothness: studied.length > 0 && CONTINUOUS_SLOPE.has(smoothness) ? smoothnessOf(form, variables, along) : null,
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
function sectionsOfParameter(form: ScalarLoss, parameter: string, along: SectionsAlong): Sections | null {
  const coordinate = form.coordinates.find((c) => c.parameter === parameter);
  return coordinate ? along(coordinate, form.term) : null;
}

function mapped<T>(sections: ReadonlyMap<string, Sections | null>, of: (sections: Sections | null) => T): Readonly<Record<string, T>> {
  return Object.fromEntries([...sections].map(([name, s]) => [name, of(s)]));
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

import { once } from '../../ops/shared/remember';
import { Derivatives } from '../scalar/derivative';
import type { ScalarLoss } from '../scalar/loss-terms';
import { compile, inOrder } from '../scalar/tape';
import type { Term } from '../scalar/term';
import type { EndProfile } from './line-profile';
import type { Section, Sections } from './sections';

/** Whether the gradient dies away while the loss is above its infimum. */
export interface SaturationAnswer {
  readonly answer: 'no' | 'saturates' | 'unknown';
  readonly where?: string;
  readonly evidence: string;
}

/** Looks for an end of the domain at which the whole gradient tends to 0 while the value stays above what the loss takes elsewhere. */
export function saturationOf(form: ScalarLoss, sections: Sections, studied: readonly string[]): SaturationAnswer {
  const { coordinate, list } = sections;
  for (const section of list) {
    for (const end of section.profile?.ends ?? []) {
      if (end.slope === 0 && restIsFlat(form, sections, section, end, studied) && isAbove(end.value(), sections, section)) {
        const where = `${coordinate.name} → ${ending(end.at)}`;
        return { answer: 'saturates', where, evidence: 'the slope tends to 0 while the loss stays above its infimum' };
      }
    }
  }
  for (const section of list) {
    const where = saturatesTogether(form, sections, section);
    if (where) return { answer: 'saturates', where, evidence: 'the slopes tend to 0 together while the loss stays above its infimum' };
  }
  const open = list.some(({ profile }) => !profile || profile.ends.some((end) => end.slope === null));
  return open
    ? { answer: 'unknown', evidence: 'a limit of the slope was not found' }
    : { answer: 'no', evidence: 'where the slope tends to 0, the loss tends to its infimum or other slopes remain' };
}

function isAbove(value: number | null, sections: Sections, section: Section): boolean {
  if (value === null) return false;
  const least = leastValue(sections, section);
  return value - least > 1e-6 * (1 + Math.abs(least));
}

const SAMPLES = [-1e3, -100, -30, -10, -3, -1, -0.3, 0, 0.3, 1, 3, 10, 30, 100, 1e3];

/** The least value seen along a section: an upper bound of the infimum. */
function leastValue({ coordinate, part }: Sections, { setting, profile }: Section): number {
  const known = profile?.lower() ?? null;
  if (known !== null) return known;
  const evaluate = compile(part, [coordinate.name, ...setting.keys()]);
  const values = SAMPLES.map((x) => evaluate([x, ...setting.values()])).filter((v) => !Number.isNaN(v));
  return Math.min(...values);
}

/** So many other elements are moved and looked at together with one. */
const TOGETHER = 5;
/** Where whatever dies away exponentially has done so. */
const FAR = 40;

/** The end towards which all elements of a parameter can go so that all slopes die away exponentially, above the least value seen. */
function saturatesTogether(form: ScalarLoss, sections: Sections, section: Section): string | null {
  const { coordinate, others, part } = sections;
  const moved = others.filter((other) => other.parameter === coordinate.parameter);
  if (moved.length === 0) return null;
  const names = [coordinate.name, ...section.setting.keys()];
  const own = new Set([coordinate.name, ...moved.map((other) => other.name)]);
  const values = new Map([[coordinate.name, 0], ...section.setting]);
  const at = (x: number): number[] => names.map((name) => (own.has(name) ? x : (values.get(name) ?? 0)));
  const slopes = [coordinate, ...moved.slice(0, TOGETHER)].map((one) =>
    once(() => compile(new Derivatives(form.algebra, one.name).of(part), names)),
  );
  const ends = [-FAR, FAR].filter((x) => x >= coordinate.range.lo && x <= coordinate.range.hi);
  const flat = ends.filter((x) => slopes.every((slope) => Math.abs(slope()(at(x))) < 1e-12));
  if (flat.length === 0 || !slopes.some((slope) => Math.abs(slope()(at(0))) > 1e-6)) return null;
  const evaluate = compile(part, names);
  const least = Math.min(leastValue(sections, section), ...ends.map((x) => evaluate(at(x))));
  const end = flat.find((x) => evaluate(at(x)) - least > 1e-3 * (1 + Math.abs(least)));
  return end === undefined ? null : `${coordinate.parameter} → ${ending(Math.sign(end) * Infinity)}`;
}

/** Whether the slopes in the other studied elements vanish at that end too. */
function restIsFlat(
  form: ScalarLoss,
  { coordinate, others, part }: Sections,
  { setting }: Section,
  end: EndProfile,
  studied: readonly string[],
): boolean {
  const at = Number.isFinite(end.at) ? end.at : Math.sign(end.at) * 1e3;
  const names = [coordinate.name, ...setting.keys()];
  const point = [at, ...setting.values()];
  const rest = others.filter((other) => studied.includes(other.parameter));
  const isLarge = inOrder(part).length * rest.length > LARGE;
  const slopeOf = isLarge
    ? differencesOf(part, names, point)
    : (name: string): number => compile(new Derivatives(form.algebra, name).of(part), names)(point);
  return rest.every(({ name }) => Math.abs(slopeOf(name)) < 1e-5);
}

/** Nodes of a part times elements beyond which no derivatives are built for a look at one point. */
const LARGE = 10_000;
const STEP = 1e-3;

/** Slopes at a point by central differences. */
function differencesOf(part: Term, names: readonly string[], point: readonly number[]): (name: string) => number {
  const evaluate = compile(part, names);
  const beside = (index: number, step: number): number => evaluate(point.map((x, i) => (i === index ? x + step : x)));
  return (name) => {
    const index = names.indexOf(name);
    return (beside(index, STEP) - beside(index, -STEP)) / (2 * STEP);
  };
}

function ending(at: number): string {
  return at === Infinity ? 'inf' : at === -Infinity ? '-inf' : String(at);
}

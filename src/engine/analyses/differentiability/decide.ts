import * as I from '../../numerics/interval';
import type { DifferentiabilityAnswer } from './answer';
import type { Coordinate } from '../scalar/coordinate';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { isSmooth, roughPart } from '../scalar/smoothness';
import type { Algebra, Term } from '../scalar/term';
import { onLine, worstOf } from './line';
import type { Seam } from './classify';
import { distinctParts, partwise, type PlacedSeam } from './parts';
import { vanishingGuard } from './place-text';
import { worstLine } from './space';
import { pointAt, type StraightLine } from './straight-line';

/** What was found of a function's smoothness in the studied coordinates. */
export interface Smoothness {
  readonly answer: DifferentiabilityAnswer['answer'];
  readonly seams: readonly PlacedSeam[];
  /** Whether the seams are all there are (a function of one variable), or samples of them. */
  readonly scope: 'whole' | 'parts' | 'line';
  /** Whether surely no place was missed; only for functions of one variable. */
  readonly complete: boolean;
  /** Whether it may be undefined somewhere in its domain, as where something divides by 0. */
  readonly poles: boolean;
  /** An innermost part at which it may not be smooth where it is defined; null where there is none. */
  readonly rough: Term | null;
}

type Decided = Omit<Smoothness, 'poles' | 'rough'>;

/** Decides the class of a term over the interior of its domain. */
export function decideSmoothness(algebra: Algebra, term: Term, space: readonly Coordinate[]): Smoothness {
  const used = space.filter((c) => term.free.has(c.name));
  const studied = used.filter((c) => c.studied);
  const interior = new TermAlgebra(
    new Map([...algebra.domains].map(([name, range]) => [name, I.isPoint(range) ? range : { ...range, loOpen: true, hiOpen: true }])),
  );
  const inner = rebuild(interior, term);
  const names = studied.map((c) => c.name);
  const rough = roughPart(interior, inner, names);
  return { ...decided(interior, inner, term, used, rough === null), poles: !isSmooth(interior, inner, names), rough };
}

function decided(interior: Algebra, inner: Term, term: Term, used: readonly Coordinate[], smooth: boolean): Decided {
  const studied = used.filter((c) => c.studied);
  const [only] = studied;
  if (used.length === 1 && only) {
    const line = onLine(term, only.name, interior.range(interior.variable(only.name)));
    const seams = placed(line.seams, used, { through: [0], direction: [1] });
    return { answer: smooth ? 'smooth' : line.answer, seams, scope: 'whole', complete: line.complete };
  }
  if (smooth || studied.length === 0) return { answer: 'smooth', seams: [], scope: 'line', complete: true };
  const parts = partwise(interior, inner, used);
  if (parts) return { ...parts, scope: 'parts', complete: false };
  return alongLines(interior, inner, used);
}

/** What is seen along straight lines through the parts of a sum, one part of each form; the worst of it. */
function alongLines(algebra: Algebra, term: Term, space: readonly Coordinate[]): Decided {
  const names = space.filter((c) => c.studied).map((c) => c.name);
  const samples = distinctParts(algebra, term, space).flatMap((part) => {
    const own = space.filter((c) => part.free.has(c.name));
    const sample = worstLine(algebra, part, own);
    return sample ? [{ ...sample, part, own }] : [];
  });
  const answer = worstOf(samples.flatMap(({ found }) => (found.answer === 'unknown' ? [] : [found.answer])));
  const worst = samples.find(({ found }) => found.answer === answer);
  if (!worst) return { answer: 'unknown', seams: [], scope: 'line', complete: false };
  const seams = placed(worst.found.seams, worst.own, worst.line).map((seam) => ({
    ...seam,
    where: vanishingGuard(algebra, worst.part, names, seam.point) ?? seam.where,
  }));
  return { answer: answer === 'smooth' ? 'unknown' : answer, seams, scope: 'line', complete: false };
}

/** Seams along a line with the coordinates of their points. */
export function placed(seams: readonly Seam[], space: readonly Coordinate[], line: StraightLine): readonly PlacedSeam[] {
  return seams.map((seam) => {
    const point = new Map(space.map(({ name }, i) => [name, pointAt(line, seam.place.value)[i] as number] as const));
    const direction = new Map(space.map(({ name }, i) => [name, line.direction[i] as number] as const));
    return { ...seam, where: pointText(point), point, direction };
  });
}

/** At most so many elements of a point are written out. */
const WRITTEN_OUT = 4;

/** A point in words; one value that all elements of a parameter share is said once, and of many elements the first are named. */
function pointText(point: ReadonlyMap<string, number>): string {
  const groups = new Map<string, (readonly [name: string, value: number])[]>();
  for (const [name, x] of point) {
    const parameter = name.replace(/\[[\d,]*\]$/, '');
    groups.set(parameter, [...(groups.get(parameter) ?? []), [name, Number(x.toPrecision(9))]]);
  }
  const parts = [...groups].flatMap(([parameter, elements]) => {
    const [first] = elements;
    const shared = first && elements.length > 1 && elements.every(([, x]) => x === first[1]);
    return shared ? [`${parameter} = ${first[1]}`] : elements.map(([name, x]) => `${name} = ${x}`);
  });
  const rest = parts.length - WRITTEN_OUT;
  return rest > 0 ? [...parts.slice(0, WRITTEN_OUT), '…'].join(', ') : parts.join(', ');
}

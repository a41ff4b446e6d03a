import { piecesOf } from '../pieces/piecewise';
import type { Interval } from '../../numerics/interval';
import type { DifferentiabilityAnswer } from './answer';
import type { Piece } from '../pieces/piecewise';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';
import { type Seam, seamOf } from './classify';

/** Answers from best to worst. */
export const CLASSES = ['smooth', 'C2', 'C1', 'kink', 'infinite-slope', 'jump'] as const;

/** A class of differentiability. */
export type SmoothnessClass = (typeof CLASSES)[number];

const CLASS_OF: Readonly<Record<Exclude<Seam['kind'], 'unknown' | 'pole'>, SmoothnessClass>> = {
  removable: 'smooth',
  'third-derivative-jump': 'C2',
  'curvature-jump': 'C1',
  kink: 'kink',
  'infinite-slope': 'infinite-slope',
  jump: 'jump',
};

/** Non-smooth points of a function of one variable on an interval. */
export interface OnLine {
  readonly answer: DifferentiabilityAnswer['answer'];
  readonly seams: readonly Seam[];
  readonly pieces: readonly Piece[];
  readonly complete: boolean;
  /** Work that was done, as {@link piecesOf} counts it. */
  readonly steps: number;
}

/** Finds and classifies every place where a function of one variable may fail to be smooth. */
export function onLine(term: Term, variable: string, domain: Interval): OnLine {
  const { pieces, complete, tooMany, steps } = piecesOf(term, variable, domain);
  if (tooMany) return { answer: 'unknown', seams: [], pieces, complete, steps };
  const seams = pieces
    .slice(1)
    .flatMap((right, i) => seamBetween(term, pieces[i] as Piece, right, variable))
    .filter((seam) => seam.kind !== 'pole');
  const known = seams.filter((s) => s.kind !== 'unknown');
  const worst = worstOf(known.map((s) => CLASS_OF[s.kind as keyof typeof CLASS_OF]));
  const sure = complete && known.length === seams.length;
  return {
    answer: sure || worst === 'jump' ? worst : HIDES_NONE.has(worst) && known.length === seams.length ? worst : 'unknown',
    seams,
    pieces,
    complete,
    steps,
  };
}

/** Classes that a place which was missed hardly makes worse. */
const HIDES_NONE: ReadonlySet<SmoothnessClass> = new Set(['kink', 'infinite-slope']);

/** The seam between two pieces; none where a piece is not the function beside it, so that another seam lies nearer than its end. */
function seamBetween(term: Term, left: Piece, right: Piece, variable: string): readonly Seam[] {
  return holdsBeside(term, left, left.high, -1, variable) && holdsBeside(term, right, right.low, 1, variable)
    ? [seamOf(term, left, right, variable)]
    : [];
}

/** How far beside a place a piece of which the branches are not sure is compared with the function. */
const BESIDE = 1e-6;

function holdsBeside(term: Term, piece: Piece, place: Piece['low'], side: -1 | 1, variable: string): boolean {
  if (piece.sure || !place) return piece.sure;
  const at = [place.value + side * BESIDE * (1 + Math.abs(place.value))];
  const [whole, own] = [compile(term, [variable])(at), compile(piece.term, [variable])(at)];
  return Math.abs(whole - own) <= 1e-9 * (1 + Math.abs(whole));
}

/** The worst of some classes; smooth of none. */
export function worstOf(classes: readonly SmoothnessClass[]): SmoothnessClass {
  return classes.reduce<SmoothnessClass>((worst, c) => (CLASSES.indexOf(c) > CLASSES.indexOf(worst) ? c : worst), 'smooth');
}

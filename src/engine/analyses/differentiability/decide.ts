import * as I from '../../numerics/interval';
import type { DifferentiabilityAnswer } from './answer';
import type { Coordinate } from '../scalar/coordinate';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { isSmooth } from '../scalar/smoothness';
import type { Algebra, Term } from '../scalar/term';
import { onLine, type OnLine } from './line';
import { type Sample, worstLine } from './space';

/** What was found of a function's smoothness in the studied coordinates. */
export interface Smoothness {
  readonly answer: DifferentiabilityAnswer['answer'];
  /** The line looked at: for a function of one variable and no parameters, the function itself. */
  readonly line: OnLine | null;
  readonly sample: Sample | null;
}

/** Decides the class of a term over the interior of its domain. */
export function decideSmoothness(algebra: Algebra, term: Term, space: readonly Coordinate[]): Smoothness {
  const used = space.filter((c) => term.free.has(c.name));
  const studied = used.filter((c) => c.studied);
  const interior = new TermAlgebra(new Map([...algebra.domains].map(([name, range]) => [name, I.isPoint(range) ? range : { ...range, loOpen: true, hiOpen: true }])));
  const inner = rebuild(interior, term);
  const smooth = isSmooth(interior, inner, studied.map((c) => c.name));
  const [only] = studied;
  if (used.length === 1 && only) {
    const line = onLine(term, only.name, interior.range(interior.variable(only.name)));
    return { answer: smooth ? 'smooth' : line.answer, line, sample: null };
  }
  if (smooth || studied.length === 0) return { answer: 'smooth', line: null, sample: null };
  const worst = worstLine(interior, inner, used);
  const answer = worst && worst.found.answer !== 'smooth' ? worst.found.answer : 'unknown';
  return { answer, line: null, sample: worst };
}

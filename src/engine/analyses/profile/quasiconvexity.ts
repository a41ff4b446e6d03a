import type { ConvexityAnswer } from '../curvature/answer';
import { distinctParts } from '../curvature/decide';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import { ridgeOf } from '../scalar/ridge';
import type { Term } from '../scalar/term';
import { type LineProfile, profileOf } from './line-profile';

/** `yes`: no value between two points exceeds both of theirs. `by element`: so it is for each part of a sum that shares no variable with the others. */
export type Quasiconvexity = 'yes' | 'by element' | 'no';

/**
 * Whether a loss falls into one valley and rises out of it (Boyd and Vandenberghe 2004, Convex Optimization, section 3.4), for
 * parts that are functions of one affine form of the studied parameters; null where that is open.
 */
export function quasiconvexityOf(form: ScalarLoss | NoScalarForm, { answer, wrt }: ConvexityAnswer): Quasiconvexity | null {
  if (answer === 'convex' || answer === 'affine') return 'yes';
  if ('why' in form) return null;
  const space = form.coordinates.map((c) => ({ ...c, studied: wrt.includes(c.parameter) }));
  const { parts, count } = distinctParts(form.algebra, form.term, space);
  const found = parts.map((part) => lineOf(form, part, wrt)?.valley() ?? null);
  if (found.includes(false)) return 'no';
  if (found.includes(null)) return null;
  return count === 1 ? 'yes' : 'by element';
}

/** A part along the one variable or the one affine form that it is a function of. */
function lineOf(form: ScalarLoss, part: Term, wrt: readonly string[]): LineProfile | null {
  const studied = form.coordinates.filter((c) => wrt.includes(c.parameter) && part.free.has(c.name)).map((c) => c.name);
  const [only] = studied;
  if (only !== undefined && part.free.size === 1) return along(form.algebra, part, only);
  const values = new Map(form.coordinates.flatMap((c) => (c.values ? [[c.name, c.values] as const] : [])));
  const ridge = ridgeOf(form.algebra, part, studied, values);
  return ridge && ridge.term.free.size === 1 ? along(ridge.algebra, ridge.term, ridge.variable) : null;
}

function along(algebra: ScalarLoss['algebra'], term: Term, variable: string): LineProfile | null {
  return profileOf(term, variable, algebra.range(algebra.variable(variable)));
}

import type { Loss } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import type { Conventions } from '../../ops/conventions';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import { printTerm } from '../scalar/print';
import type { Term } from '../scalar/term';
import type { DifferentiabilityAnswer, NonSmoothPoint } from './answer';
import { type Autograd, autogradOf } from './autograd';
import { decideSmoothness, type Smoothness } from './decide';
import type { PlacedSeam } from './parts';
import { removableKinks } from './removable';

/** Differentiability of a loss in its variables over the interior of their domains, and what autograd returns where it fails or seems to. */
export function differentiabilityOf(loss: Loss, form: ScalarLoss | NoScalarForm, conventions: Conventions): DifferentiabilityAnswer {
  if ('why' in form) return { answer: 'unknown', at: [], evidence: form.why };
  const names = variablesOf(loss).map((p) => p.name);
  const space = form.coordinates.map((c) => ({ ...c, studied: names.includes(c.parameter) }));
  const found = decideSmoothness(form.algebra, form.term, space);
  const seams = [...found.seams, ...removableKinks(form.algebra, form.term, form.guards, space, found.seams)];
  const autograd = autogradOf(loss, form, conventions);
  return { answer: found.answer, at: distinct(seams.flatMap((seam) => pointOf(seam, autograd))), evidence: evidenceOf(found) };
}

function pointOf({ where, kind, left, right, point, direction }: PlacedSeam, autograd: Autograd): readonly NonSmoothPoint[] {
  return kind === 'unknown' || kind === 'pole' ? [] : [{ where, kind, left, right, autograd: autograd(point, direction) }];
}

/** A place that a line crosses twice is one place. */
function distinct(points: readonly NonSmoothPoint[]): readonly NonSmoothPoint[] {
  return points.filter((point, i) => points.findIndex(({ where, kind }) => where === point.where && kind === point.kind) === i);
}

function evidenceOf({ answer, seams, scope, complete, poles, rough }: Smoothness): string {
  if (answer === 'smooth') {
    if (seams.length > 0) return 'every piece is smooth and all derivatives go through at the seams';
    return poles ? 'composed of smooth operations wherever it is defined' : 'composed of smooth operations on the whole domain';
  }
  if (scope === 'whole')
    return complete
      ? 'pieces joined at the points listed; every other point is smooth'
      : `some of the places where branches change could not be isolated${stoppedAt(rough)}`;
  if (answer === 'unknown') return `operations with kinks remain, and no straight line that was tried shows one${stoppedAt(rough)}`;
  return scope === 'parts' ? 'each part looked at along its own variable' : 'seen along a straight line through the point listed';
}

/** A part longer than this is not written. */
const LONGEST = 80;

/** Names the part of the function that stands in the way. */
function stoppedAt(rough: Term | null): string {
  const text = rough ? printTerm(rough) : '';
  return text !== '' && text.length <= LONGEST ? `: stopped at ${text}` : '';
}

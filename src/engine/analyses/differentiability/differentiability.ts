import type { Loss } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import type { DifferentiabilityAnswer, NonSmoothPoint } from './answer';
import type { Seam } from './classify';
import { decideSmoothness, type Smoothness } from './decide';
import type { Sample } from './space';

/** Differentiability of a loss in its variables over the interior of their domains. */
export function differentiabilityOf(loss: Loss, form: ScalarLoss | NoScalarForm): DifferentiabilityAnswer {
  if ('why' in form) return { answer: 'unknown', at: [], evidence: form.why };
  const names = variablesOf(loss).map((p) => p.name);
  const space = form.coordinates.map((c) => ({ ...c, studied: names.includes(c.parameter) }));
  const found = decideSmoothness(form.algebra, form.term, space);
  return { answer: found.answer, at: pointsOf(found, space.filter((c) => c.studied).map((c) => c.name)), evidence: evidenceOf(found) };
}

function pointsOf({ line, sample }: Smoothness, names: readonly string[]): readonly NonSmoothPoint[] {
  const seams = (line ?? sample?.found)?.seams ?? [];
  const [only = 'x'] = names;
  return seams.flatMap((seam) => {
    if (seam.kind === 'unknown') return [];
    const where = line ? `${only} = ${short(seam.place.value)}` : whereOf(sample, seam);
    return [{ where, kind: seam.kind, left: seam.left, right: seam.right, autograd: null }];
  });
}

/** The point of a line at which a seam lies. */
function whereOf(sample: Sample | null, seam: Seam): string {
  const { names = [], through = [], direction = [] } = sample ?? {};
  return names.map((name, i) => `${name} = ${short((through[i] ?? 0) + (direction[i] ?? 0) * seam.place.value)}`).join(', ');
}

function short(x: number): string {
  return String(Number(x.toPrecision(9)));
}

function evidenceOf({ answer, line, sample }: Smoothness): string {
  if (answer === 'smooth') return line && line.seams.length > 0 ? 'every piece is smooth and all derivatives go through at the seams' : 'composed of smooth operations on the whole domain';
  if (line) return line.complete ? 'pieces joined at the points listed; every other point is smooth' : 'some of the places where branches change could not be isolated';
  if (answer === 'unknown') return 'operations with kinks remain, and no straight line that was tried shows one';
  return sample ? 'seen along a straight line through the point listed' : '';
}

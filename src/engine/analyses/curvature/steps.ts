import { inOrder } from '../../ir/expression';
import type { Loss, Use } from '../../ir/loss';
import type { ScalarLoss } from '../scalar/loss-terms';
import type { Term } from '../scalar/term';
import type { CurvatureStep } from './answer';
import { Composition } from './composition';
import { bothOf, isAffine, type Shape } from './shape';

/** Elements of one tensor that are looked at; the others of a tensor are mostly of the same form. */
const MOST_ELEMENTS = 16;

/**
 * The steps of the composition rule in the order in which the code runs: what is known at each place of the file where a value that
 * moves with the parameters `wrt` is made (Grant, Boyd and Ye 2006, Disciplined Convex Programming, section 6). A proof may go round
 * a place where the rule stops; an answer that is open names the first.
 */
export function curvatureSteps(loss: Loss, form: ScalarLoss, wrt: readonly string[], isOpen: boolean): readonly CurvatureStep[] {
  const studied = form.coordinates.filter((c) => wrt.includes(c.parameter)).map((c) => c.name);
  const composition = new Composition(form.algebra, studied);
  const reached = new Set(loss.body ? inOrder(loss.body) : []);
  const steps = lastOfEachPlace(loss.uses).flatMap(({ use, index }) => {
    if (!reached.has(use.node) || use.node.op === 'parameter' || use.span.source !== undefined) return [];
    const moving = form.elementsOf(use.node).filter((term) => composition.varies(term));
    return moving.length === 0 ? [] : [{ use: index, curvature: nameOf(moving.slice(0, MOST_ELEMENTS), composition) }];
  });
  const stopped = isOpen ? steps.find(({ curvature }) => curvature === 'open') : undefined;
  return steps.filter((step) => step.curvature !== 'open' || step === stopped);
}

/** Of several values made at one place, as by a call that is read as several operations, the last is what the place stands for. */
function lastOfEachPlace(uses: readonly Use[]): readonly { readonly use: Use; readonly index: number }[] {
  return [...new Map(uses.map((use, index) => [`${use.span.start}-${use.span.end}`, { use, index }])).values()];
}

function nameOf(elements: readonly Term[], composition: Composition): CurvatureStep['curvature'] {
  const shape: Shape = elements.map((term) => composition.of(term)).reduce(bothOf);
  if (isAffine(shape)) return 'affine';
  return shape.convex ? 'convex' : shape.concave ? 'concave' : 'open';
}

import { inOrder } from '../../ir/expression';
import type { Loss, Use } from '../../ir/loss';
import type { Coordinate } from '../scalar/coordinate';
import type { ScalarLoss } from '../scalar/loss-terms';
import type { Term } from '../scalar/term';
import type { CurvatureAnswer, CurvatureStep } from './answer';
import { Composition } from './composition';
import { OwnProofs } from './own-proofs';
import { bothOf, isAffine, type Shape } from './shape';

/** Elements of one tensor that are looked at; the others of a tensor are mostly of the same form. */
const MOST_ELEMENTS = 16;

/**
 * How the operations of a loss make an answer that is proved or open, in the order in which the code runs: what the composition rule
 * says of each value that moves with the studied coordinates (Grant, Boyd and Ye 2006, Disciplined Convex Programming, section 6).
 * Where the rule stops on the way to a proof, the value's own proof, and at the result the proof of the whole; a value that has none,
 * because the loss is convex and it is not, is left out. An open answer ends at the first place where the rule stops.
 */
export function curvatureSteps(
  loss: Loss,
  form: ScalarLoss,
  space: readonly Coordinate[],
  { answer, evidence }: CurvatureAnswer,
): readonly CurvatureStep[] {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  const composition = new Composition(form.algebra, studied);
  const proofs = new OwnProofs(form, space, composition);
  const steps: CurvatureStep[] = [];
  for (const { use, node, elements } of movingUses(loss, form, composition)) {
    const curvature = nameOf(sharedShape(elements, composition));
    if (curvature !== 'open') steps.push({ use, curvature });
    else if (answer === 'unknown' || answer === 'neither') return [...steps, { use, curvature }];
    else if (node === loss.body) steps.push({ use, curvature: answer, how: evidence.text });
    else {
      const how = proofs.learn(elements);
      const proved = nameOf(sharedShape(elements, composition));
      if (how !== null && proved !== 'open') steps.push({ use, curvature: proved, how });
    }
  }
  return steps;
}

/** A place of the code where a value that moves with the studied coordinates is made. */
interface MovingUse {
  readonly use: number;
  readonly node: Use['node'];
  readonly elements: readonly Term[];
}

function movingUses(loss: Loss, form: ScalarLoss, composition: Composition): readonly MovingUse[] {
  const reached = new Set(loss.body ? inOrder(loss.body) : []);
  return lastOfEachPlace(loss.uses).flatMap(({ use: { node, span }, index }) => {
    if (!reached.has(node) || node.op === 'parameter' || span.source !== undefined) return [];
    const moving = form.elementsOf(node).filter((term) => composition.varies(term));
    return moving.length === 0 ? [] : [{ use: index, node, elements: moving.slice(0, MOST_ELEMENTS) }];
  });
}

/** Of several values made at one place, as by a call that is read as several operations, the last is what the place stands for. */
function lastOfEachPlace(uses: readonly Use[]): readonly { readonly use: Use; readonly index: number }[] {
  return [...new Map(uses.map((use, index) => [`${use.span.start}-${use.span.end}`, { use, index }])).values()];
}

function sharedShape(elements: readonly Term[], composition: Composition): Shape {
  return elements.map((term) => composition.of(term)).reduce(bothOf);
}

function nameOf(shape: Shape): CurvatureStep['curvature'] {
  if (isAffine(shape)) return 'affine';
  return shape.convex ? 'convex' : shape.concave ? 'concave' : 'open';
}

import { inOrder } from '../../ir/expression';
import type { Loss, Parameter } from '../../ir/loss';
import { variablesOf } from '../../ir/loss';
import type { NoScalarForm, ScalarLoss } from '../scalar/loss-terms';
import type { ConvexityAnswer, CurvatureAnswer, SteppedAnswer } from './answer';
import { decide } from './decide';
import { answerOf } from './evidence';
import { restoredIn } from './reparameterise';
import { curvatureSteps } from './steps';
import { inLogits } from './through';

/** Convexity of a loss jointly in its variables, in each of them, and through what usually makes a prediction. */
export function convexityOf(loss: Loss, form: ScalarLoss | NoScalarForm): ConvexityAnswer {
  const variables = variablesOf(loss);
  const wrt = variables.map((p) => p.name);
  if ('why' in form) return { wrt, ...unknown(form.why), each: {} };
  if (wrt.length === 0) return { wrt, ...unknown('no parameter is a prediction'), each: {} };
  const joint = studiedAnswer(loss, form, wrt);
  const each = wrt.map((name) => [name, wrt.length === 1 ? joint : studiedAnswer(loss, form, [name])] as const);
  const through = throughOf(loss, form, variables, joint.answer);
  const inLogit = through.through?.['logits'] === 'convex' ? wrt.map((name) => `logit(${name})`).join(', ') : null;
  const restored = joint.answer === 'neither' ? (inLogit ?? restoredIn(form, wrt)) : null;
  return { wrt, ...joint, each: Object.fromEntries(each), ...through, ...(restored === null ? {} : { restoredIn: restored }) };
}

function unknown(text: string): SteppedAnswer {
  return { answer: 'unknown', evidence: { kind: 'reason', text }, steps: [] };
}

function studiedAnswer(loss: Loss, form: ScalarLoss, names: readonly string[]): SteppedAnswer {
  const space = form.coordinates.map((c) => ({ ...c, studied: names.includes(c.parameter) }));
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  if (studied.length === 0 && isVanished(loss, names)) return unknown(`at the shapes analysed nothing of ${names.join(', ')} is left`);
  if (studied.length === 0) {
    return { answer: 'affine', evidence: { kind: 'proof', text: `does not depend on ${names.join(', ')}` }, steps: [] };
  }
  const answer = answerOf(decide(form.algebra, form.term, space), form, loss, studied);
  return { ...answer, steps: answer.answer === 'neither' ? [] : curvatureSteps(loss, form, space, answer) };
}

/** Whether tensors of the body cancel out of this instance: another number of rows may keep them. */
function isVanished(loss: Loss, names: readonly string[]): boolean {
  const reached = new Set(loss.body ? inOrder(loss.body) : []);
  return loss.parameters.some(({ name, node }) => names.includes(name) && node && node.shape.length > 0 && reached.has(node));
}

/** A linear model composes with an affine map: of the prediction itself, or of the logits where the loss takes probabilities. */
function throughOf(
  loss: Loss,
  form: ScalarLoss,
  variables: readonly Parameter[],
  joint: CurvatureAnswer['answer'],
): Pick<ConvexityAnswer, 'through'> {
  if (!variables.every((p) => p.role === 'prediction')) return {};
  const logits = inLogits(form, variables);
  if (!logits) return { through: { linearModel: joint } };
  const { answer } = answerOf(
    decide(logits.algebra, logits.term, logits.coordinates),
    logits,
    loss,
    logits.coordinates.filter((c) => c.studied).map((c) => c.name),
  );
  return { through: { logits: answer, linearModel: answer } };
}

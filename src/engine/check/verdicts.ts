import type { FunctionVerdicts } from '../analyses/function-verdicts';
import { gradientFlowOf } from '../analyses/gradient-flow';
import type { GradientFlow } from '../analyses/gradient-flow';
import { comparedBackward, type Comparison } from '../analyses/handmade-gradient';
import type { Stability } from '../analyses/stability';
import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import type { Found } from '../rules/rule';
import { shapeVerdictsOf } from './shape-verdicts';
import type { GradientFlowVerdict, StabilityVerdict, Verdicts } from './report';

/** All verdicts on a loss; `shape` is what it is as a function, `judged` is its stability in every format, the one it is computed in first. */
export function verdictsOf(loss: Loss, shape: FunctionVerdicts, judged: readonly Stability[], found: readonly Found[]): Verdicts {
  return {
    ...shapeVerdictsOf(shape),
    stability: stabilityVerdict(judged, found),
    gradientFlow: flowVerdicts(loss, judged),
  };
}

/** A hazard exactly when a rule complains of one at warning or error. */
function stabilityVerdict(judged: readonly Stability[], found: readonly Found[]): StabilityVerdict {
  const complaints = found.filter(
    ({ code, severity }) => code.startsWith('stability/') && (severity === 'error' || severity === 'warning'),
  );
  const hazards = [...new Set(complaints.map(({ code }) => code))].sort();
  if (hazards.length > 0) return { answer: 'hazard', hazards, evidence: hazards.join(', ') };
  const safe = judged.length > 0 && judged.every(({ answer }) => answer === 'safe');
  return safe
    ? { answer: 'safe', hazards, evidence: 'every operation stays in its domain and in range over the stated domains' }
    : { answer: 'unknown', hazards, evidence: 'no input was found that breaks it, and no proof that none does' };
}

/** Of a function whose backward pass is written by hand the evidence is whether it is the derivative. */
function flowVerdicts(loss: Loss, [own]: readonly Stability[]): Verdicts['gradientFlow'] {
  const compared = loss.ownBackward && own ? comparedBackward(loss, own.arithmetic) : null;
  const flows = [...gradientFlowOf(loss.ownBackward?.of ?? loss)];
  return Object.fromEntries(flows.map(([name, flow]) => [name, flowVerdict(flow, compared)]));
}

function flowVerdict({ answer }: GradientFlow, compared: Comparison): GradientFlowVerdict {
  if (compared === 'equal' && answer === 'flows')
    return { answer, evidence: 'the backward pass written by hand is the derivative of the forward' };
  if (compared !== null && answer === 'flows')
    return { answer, evidence: 'the backward pass written by hand is not the derivative of the forward' };
  return { answer, evidence: '' };
}

/** The operation at which the proof of stability stopped, by position in the loss's `uses`; null where it is not known. */
export function unprovedOf(loss: Loss, judged: readonly Stability[]): number | null {
  const open = judged.find(({ answer }) => answer === 'unknown')?.unproved;
  const use = open ? loss.uses.findIndex(({ node }) => node === open) : -1;
  return use < 0 ? null : use;
}

/** By prediction, the operations that stop gradients on their way to it, by position in the loss's `uses`; of one that all gradients reach none. */
export function blockersOf(loss: Loss): Readonly<Record<string, readonly number[]>> {
  const flows = [...gradientFlowOf(loss.ownBackward?.of ?? loss)].filter(([, { answer }]) => answer !== 'flows');
  const placeOf = (blocker: Expression): number => loss.uses.findIndex(({ node }) => node === blocker);
  return Object.fromEntries(flows.map(([name, { blockers }]) => [name, blockers.map(placeOf).filter((place) => place >= 0)]));
}

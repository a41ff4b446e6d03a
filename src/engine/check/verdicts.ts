import { gradientFlowOf } from '../analyses/gradient-flow';
import type { Stability } from '../analyses/stability';
import { variablesOf } from '../ir/loss';
import type { Loss } from '../ir/loss';
import type { GradientFlowVerdict, StabilityVerdict, Verdicts } from './report';

/** All verdicts on a loss; `judged` is its stability in every format, the one it is computed in first. */
export function verdictsOf(loss: Loss, judged: readonly Stability[]): Verdicts {
  const wrt = variablesOf(loss).map((p) => p.name);
  return {
    differentiability: { answer: 'unknown', at: [], evidence: 'not analysed' },
    convexity: { wrt, answer: 'unknown', evidence: { kind: 'reason', text: 'not analysed' }, each: {} },
    stability: stabilityVerdict(judged),
    gradientFlow: Object.fromEntries([...gradientFlowOf(loss)].map(([name, flow]) => [name, flowVerdict(flow)])),
    saturation: {},
    bounds: { lower: null, upper: null },
    lipschitz: null,
    smoothness: null,
    gradientLimits: {},
    deadZones: {},
  };
}

function stabilityVerdict(judged: readonly Stability[]): StabilityVerdict {
  const [own] = judged;
  return { answer: own?.answer ?? 'unknown', hazards: [], evidence: '' };
}

function flowVerdict({
  answer,
  blockers,
}: {
  answer: GradientFlowVerdict['answer'];
  blockers: readonly { op: string }[];
}): GradientFlowVerdict {
  return { answer, evidence: blockers.map(({ op }) => op).join(', ') };
}

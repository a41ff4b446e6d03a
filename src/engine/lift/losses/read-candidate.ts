import type { Loss } from '../../ir/loss';
import type { ParsedDeclarations } from '../declarations';
import { Executor } from '../executor';
import { moduleModel } from '../modules/workspace';
import { hypotheses, type Hypothesis } from '../shapes/hypothesis';
import { LossPlan } from '../shapes/loss-plan';
import { assemble } from './assemble';
import type { Candidate } from './candidate';
import type { FileSetting } from './file-setting';
import { Search } from './search';
import { signatureOf, type SignatureParameter } from './signature';

/** A loss, and the modules that reading it asked for in vain. */
export interface ReadCandidate {
  readonly loss: Loss;
  readonly wanted: readonly string[];
}

/** Reads a candidate under the first hypothesis that breaks no rule, else under the one that breaks fewest. */
export function readCandidate(candidate: Candidate, declarations: ParsedDeclarations, setting: FileSetting): ReadCandidate {
  const signature = signatureFor(candidate, setting);
  const best = new Search(candidate, signature, declarations, setting).best();
  const loss = assemble(candidate, signature, declarations, setting, best.attempt, best.because);
  return { loss, wanted: [...best.attempt.executor.workspace.wanted] };
}

/** The signature, read in an execution of its own: bases and decorators may come from other files. */
function signatureFor(candidate: Candidate, setting: FileSetting): SignatureParameter[] {
  const plan = new LossPlan(
    hypotheses('')[0] as Hypothesis,
    () => ({ role: null, scalar: false, list: false }),
    {},
    new Set(),
    setting.framework.defaultFormat,
  );
  const executor = new Executor({ ...setting, plan });
  try {
    return signatureOf(executor, moduleModel(executor.journal, setting.memory, setting.module, null, ''), candidate);
  } catch {
    return [];
  }
}

import type { ParsedDeclarations } from '../declarations';
import { Executor } from '../executor';
import { ownModule } from '../modules/own-module';
import { Reliance } from '../modules/reliance';
import { hypotheses, type Hypothesis } from '../shapes/hypothesis';
import { LossPlan } from '../shapes/loss-plan';
import { assemble } from './assemble';
import type { Candidate } from './candidate';
import type { ReadingSetting } from './file-setting';
import type { LiftSetting, ReadCandidate } from './readings';
import { isNumberless } from './result';
import { Search } from './search';
import { signatureOf, type SignatureParameter } from './signature';

/** Reads a candidate, or finds it read before. */
export function readCandidate(candidate: Candidate, declarations: ParsedDeclarations, file: LiftSetting): ReadCandidate {
  const known = file.readings?.find(candidate, declarations, file);
  if (known) return known;
  const reliance = new Reliance();
  const read = readAnew(candidate, declarations, { ...file, reliance, resolve: reliance.resolving(file.resolve) });
  file.readings?.keep(candidate, declarations, file, reliance, read);
  return read;
}

/** Reads a candidate under the first hypothesis that breaks no rule, else under the one that breaks fewest. */
function readAnew(candidate: Candidate, declarations: ParsedDeclarations, setting: ReadingSetting): ReadCandidate {
  const signature = signatureFor(candidate, setting);
  const best = new Search(candidate, signature, declarations, setting).best();
  const loss = assemble(candidate, signature, declarations, setting, best.attempt, best.because);
  const { value, executor } = best.attempt;
  const nothing = value.kind === 'none' && executor.trace.options.size === 0;
  const numberless = (loss.status === 'none' && (nothing || isNumberless(value))) || loss.body?.kind === 'bool';
  return { loss, numberless, wanted: [...best.attempt.executor.workspace.wanted] };
}

/** The signature, read in an execution of its own: bases and decorators may come from other files. */
function signatureFor(candidate: Candidate, setting: ReadingSetting): SignatureParameter[] {
  const plan = new LossPlan(
    hypotheses('')[0] as Hypothesis,
    () => ({ role: null, scalar: false, list: false }),
    {},
    new Set(),
    setting.framework.defaultFormat,
  );
  const executor = new Executor({ ...setting, plan });
  try {
    return signatureOf(executor, ownModule(executor, setting.module), candidate);
  } catch {
    return [];
  }
}

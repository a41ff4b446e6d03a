import type { Loss } from '../../ir/loss';
import type { Shape } from '../../numerics/signature';
import type { ParsedDeclarations } from '../declarations';
import { ARRAY, LIST } from '../inputs/inputs';
import { Executor } from '../executor';
import { moduleModel } from '../modules/workspace';
import { roleOfName } from '../roles/names';
import { annotatedShapes } from '../shapes/annotated-shapes';
import { hypotheses, type Hypothesis } from '../shapes/hypothesis';
import { LossPlan, type Prior } from '../shapes/loss-plan';
import { assemble } from './assemble';
import type { FileSetting } from './file-setting';
import { attempt, UNCAUGHT, type Attempt } from './attempt';
import type { Candidate } from './candidate';
import { declaredShapes } from './declared-shapes';
import { signatureOf, type SignatureParameter } from './signature';

/** A loss, and the modules that reading it asked for in vain. */
export interface ReadCandidate {
  readonly loss: Loss;
  readonly wanted: readonly string[];
}

/** Reads a candidate under the first hypothesis that breaks no rule, else under the one that breaks fewest. */
export function readCandidate(candidate: Candidate, declarations: ParsedDeclarations, setting: FileSetting): ReadCandidate {
  const signature = signatureFor(candidate, setting);
  const best = search(candidate, signature, declarations, setting);
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

interface Found {
  readonly attempt: Attempt;
  readonly because: string;
}

/**
 * The best reading. Where every one raises, the parameter that was last compared by identity is taken to be what it was compared
 * with: None, or another parameter.
 */
function search(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  setting: FileSetting,
  depth = 0,
): Found {
  const best = tryAll(candidate, signature, declarations, setting);
  const last = best.attempt.executor.inputs.compared.at(-1);
  const shaped = last?.with === LIST || last?.with === ARRAY;
  if (
    depth > 5 ||
    (best.attempt.cost < UNCAUGHT && !shaped) ||
    !last ||
    last.path in setting.overrides ||
    last.path in setting.shapes ||
    setting.twins.has(last.path)
  )
    return best;
  if ((last.with === LIST && setting.lists.has(last.path)) || (last.with === ARRAY && setting.arrays.has(last.path))) return best;
  const changed: FileSetting =
    last.with === LIST
      ? { ...setting, lists: new Set([...setting.lists, last.path]) }
      : last.with === ARRAY
        ? { ...setting, arrays: new Set([...setting.arrays, last.path]) }
        : last.with === null
          ? { ...setting, overrides: { ...setting.overrides, [last.path]: null } }
          : { ...setting, twins: new Map([...setting.twins, [last.path, last.with]]) };
  const other = search(candidate, signature, declarations, changed, depth + 1);
  return other.attempt.cost < best.attempt.cost || (shaped && other.attempt.cost === best.attempt.cost) ? other : best;
}

function tryAll(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  setting: FileSetting,
): Found {
  const annotated = annotatedShapes(signature);
  const fixed = { ...annotated.shapes, ...declaredShapes(declarations), ...setting.shapes };
  const priors = priorsOf(signature, declarations, setting);
  let best: Found | null = null;
  let steps = setting.steps;
  for (const hypothesis of hypotheses(candidate.owner?.text ?? candidate.node.text)) {
    const found = tryOne(candidate, signature, { ...setting, steps }, hypothesis, priors, fixed, annotated.whole);
    steps -= found.attempt.executor.trace.spent;
    if (!best || found.attempt.cost < best.attempt.cost) best = found;
    if (best.attempt.cost === 0 || steps <= 0 || found.attempt.executor.inputs.used.length === 0) break;
  }
  if (!best) throw new RangeError('no hypothesis');
  return best;
}

/** One hypothesis, tried again while parameters turn out to be positions. */
function tryOne(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  setting: FileSetting,
  hypothesis: Hypothesis,
  priors: (path: string) => Prior,
  fixed: Readonly<Record<string, Shape>>,
  integers: readonly string[],
): Found {
  const { module, framework, resolve, memory, overrides, twins, steps } = setting;
  const whole = new Set<string>(integers);
  for (let turn = 0; ; turn++) {
    const plan = new LossPlan(hypothesis, priors, fixed, whole, setting.format ?? framework.defaultFormat);
    const result = attempt(candidate, signature, {
      module,
      framework,
      plan,
      resolve,
      memory,
      overrides,
      given: new Set(Object.keys(setting.shapes)),
      twins,
      steps,
    });
    const more = [...result.executor.inputs.positions].filter((path) => !whole.has(path));
    if (more.length === 0 || turn === 3)
      return { attempt: result, because: Object.keys(fixed).length > 0 ? 'as given or annotated' : hypothesis.because };
    more.forEach((path) => whole.add(path));
  }
}

/** What names, annotations and declarations say before anything runs. */
function priorsOf(
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  { lists, arrays }: FileSetting,
): (path: string) => Prior {
  const declared = new Map(declarations.roles.map(({ name, role }) => [name, role]));
  const byPath = new Map(signature.map((parameter) => [parameter.path, parameter]));
  return (path) => {
    const root = byPath.get(path) ?? byPath.get(path.split(/[.[]/, 1)[0] ?? path);
    const annotation = byPath.get(path)?.annotation ?? '';
    const named = roleOfName(path);
    const role = declared.get(path) ?? named?.role ?? null;
    const number = /^(Optional\[)?(float|int|bool|Number|str)\b/.test(annotation);
    const tensor = /Tensor|ndarray|Array/.test(annotation);
    const made = root?.from === 'constructor' && path === root.path;
    const scalar = number || (!tensor && (declared.has(path) ? role === 'hyperparameter' : (named?.scalar ?? false) || made));
    return {
      role,
      scalar: scalar && !lists.has(path) && !arrays.has(path),
      list: lists.has(path) || /^(Optional\[)?(List|Sequence|Tuple|list|tuple|Iterable)\b/.test(annotation),
    };
  };
}

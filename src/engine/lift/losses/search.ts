import type { Shape } from '../../numerics/signature';
import type { ParsedDeclarations } from '../declarations';
import { ARRAY, LIST } from '../inputs/inputs';
import { annotatedShapes } from '../shapes/annotated-shapes';
import { hypotheses, type Hypothesis } from '../shapes/hypothesis';
import { LossPlan } from '../shapes/loss-plan';
import { attempt, UNCAUGHT, type Attempt } from './attempt';
import type { Candidate } from './candidate';
import { declaredShapes } from './declared-shapes';
import type { FileSetting } from './file-setting';
import { NOTHING, priorsOf, type Discovered } from './priors';
import type { SignatureParameter } from './signature';

/** A reading, and why the shapes are as they are. */
export interface Found {
  readonly attempt: Attempt;
  readonly because: string;
}

/** So many hypotheses that raise the same exception after as many steps: no choice of shapes will help. */
const SAME_AGAIN = 11;

const DEEPEST = 5;

/** Looks for the shapes, and for what else is to be known of the parameters, under which a candidate reads best. */
export class Search {
  private readonly fixed: Readonly<Record<string, Shape>>;
  private readonly given: ReadonlySet<string>;
  private readonly integers: readonly string[];
  private readonly guesses: readonly Hypothesis[];
  private steps: number;

  constructor(
    private readonly candidate: Candidate,
    private readonly signature: readonly SignatureParameter[],
    private readonly declarations: ParsedDeclarations,
    private readonly setting: FileSetting,
  ) {
    const annotated = annotatedShapes(signature);
    const declared = declaredShapes(declarations);
    this.fixed = { ...annotated.shapes, ...declared, ...setting.shapes };
    this.given = new Set([...Object.keys(declared), ...Object.keys(setting.shapes)]);
    this.integers = annotated.whole;
    this.guesses = hypotheses(candidate.owner?.text ?? candidate.node.text);
    this.steps = setting.steps;
  }

  /**
   * The best reading. Where every one fails, the parameter that was last compared with something is taken to be that: None,
   * another parameter, a list, an array.
   */
  best(discovered: Discovered = NOTHING, depth = 0): Found {
    const found = this.underHypotheses(discovered);
    const more = depth > DEEPEST || this.steps <= 0 ? null : this.discovery(found, discovered);
    if (!more) return found;
    const other = this.best(more.discovered, depth + 1);
    const better = other.attempt.cost < found.attempt.cost || (more.harmless && other.attempt.cost === found.attempt.cost);
    return better ? other : found;
  }

  private underHypotheses(discovered: Discovered): Found {
    let best: Found | null = null;
    const raised: string[] = [];
    for (const hypothesis of this.guesses) {
      const found = this.under(hypothesis, discovered);
      const { cost, executor, problems } = found.attempt;
      if (!best || cost < best.attempt.cost) best = found;
      if (cost === 0 || this.steps <= 0 || executor.inputs.used.length === 0) break;
      if (cost >= UNCAUGHT) raised.push(problems.join());
      if (raised.length === SAME_AGAIN && best.attempt.cost >= UNCAUGHT && new Set(raised).size === 1) break;
    }
    if (!best) throw new RangeError('no hypothesis');
    return best;
  }

  /** One hypothesis. A target holds integers only where it must: used as positions, or wanted by a library's loss. */
  private under(hypothesis: Hypothesis, discovered: Discovered): Found {
    if (hypothesis.targetKind !== 'int') return this.tried(hypothesis, discovered);
    const found = this.tried({ ...hypothesis, targetKind: 'float' }, discovered);
    if (found.attempt.cost === 0 && found.attempt.executor.trace.opaque.size === 0) return found;
    const whole = this.tried(hypothesis, discovered);
    return whole.attempt.cost <= found.attempt.cost ? whole : found;
  }

  /** One hypothesis, tried again while parameters turn out to be positions. */
  private tried(hypothesis: Hypothesis, discovered: Discovered): Found {
    const { setting, fixed } = this;
    const whole = new Set<string>(this.integers);
    const priors = priorsOf(this.signature, this.declarations, discovered);
    const overrides = { ...Object.fromEntries([...discovered.absent].map((path) => [path, null])), ...setting.overrides };
    for (let turn = 0; ; turn++) {
      const plan = new LossPlan(hypothesis, priors, fixed, whole, setting.format ?? setting.framework.defaultFormat, setting.replaced);
      const { given, steps } = this;
      const result = attempt(this.candidate, this.signature, {
        ...setting,
        overrides,
        plan,
        given,
        twins: discovered.twins,
        steps: Math.max(1, steps),
      });
      this.steps -= result.executor.trace.spent;
      const more = [...result.executor.inputs.positions].filter((path) => !whole.has(path));
      if (more.length === 0 || turn === 3) {
        return { attempt: result, because: Object.keys(fixed).length > 0 ? 'as given or annotated' : hypothesis.because };
      }
      more.forEach((path) => whole.add(path));
    }
  }

  /** What to take the last compared parameter for; `harmless` where that may be done without a failure to cure. */
  private discovery(found: Found, known: Discovered): { discovered: Discovered; harmless: boolean } | null {
    const last = found.attempt.executor.inputs.compared.at(-1);
    if (!last || last.path in this.setting.overrides || last.path in this.setting.shapes) return null;
    const { path } = last;
    if (last.with === LIST)
      return known.lists.has(path) ? null : { discovered: { ...known, lists: new Set([...known.lists, path]) }, harmless: true };
    if (last.with === ARRAY)
      return known.arrays.has(path) ? null : { discovered: { ...known, arrays: new Set([...known.arrays, path]) }, harmless: true };
    if (found.attempt.cost < UNCAUGHT || known.twins.has(path) || known.absent.has(path)) return null;
    if (last.with === null) return { discovered: { ...known, absent: new Set([...known.absent, path]) }, harmless: false };
    return { discovered: { ...known, twins: new Map([...known.twins, [path, last.with]]) }, harmless: false };
  }
}

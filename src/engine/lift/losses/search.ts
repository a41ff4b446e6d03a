import type { Shape } from '../../numerics/signature';
import type { ParsedDeclarations } from '../declarations';
import { ARRAY, LIST, NUMBER } from '../inputs/inputs';
import { annotatedShapes } from '../shapes/annotated-shapes';
import { CLASSES, hypotheses, rowsOf, type Hypothesis } from '../shapes/hypothesis';
import { LossPlan } from '../shapes/loss-plan';
import { attempt, UNCAUGHT, type Attempt } from './attempt';
import type { Candidate } from './candidate';
import { declaredShapes } from './declared-shapes';
import type { FileSetting } from './file-setting';
import { NOTHING, priorsOf, type Discovered } from './priors';
import { refined, type Shapes } from './refine';
import type { SignatureParameter } from './signature';

/** A reading, why the shapes are as they are, and under what it was made. */
export interface Found {
  readonly attempt: Attempt;
  readonly because: string;
  readonly hypothesis: Hypothesis;
  readonly discovered: Discovered;
}

/** So many hypotheses that raise the same exception after as many steps: no choice of shapes will help. */
const SAME_AGAIN = 11;

const DEEPEST = 5;

const LENIENT_STEPS = 20_000;

const LENIENT_GUESSES = 6;

/** Looks for the shapes, and for what else is to be known of the parameters, under which a candidate reads best. */
export class Search {
  private readonly fixed: Readonly<Record<string, Shape>>;
  private readonly given: ReadonlySet<string>;
  private readonly integers: readonly string[];
  private readonly guesses: readonly Hypothesis[];
  private steps: number;
  private worst = Infinity;
  private forgiving = false;

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
  best(): Found {
    const found = this.explored(NOTHING, 0);
    const fixed = new Set(Object.keys(this.fixed));
    const best = refined(found, fixed, (shapes, worst) => {
      this.worst = worst;
      return this.steps <= 0 ? null : this.under(found.hypothesis, found.discovered, shapes);
    });
    return best.attempt.cost >= UNCAUGHT ? this.lenient(best) : best;
  }

  /** Of a loss that raises under all shapes: the reading with fewest gaps where each exception is one. */
  private lenient(found: Found): Found {
    this.forgiving = true;
    this.worst = Infinity;
    this.steps = Math.max(this.steps, LENIENT_STEPS);
    let best: Found | null = null;
    for (const hypothesis of new Set([found.hypothesis, ...this.guesses.slice(0, LENIENT_GUESSES)])) {
      const next = this.under(hypothesis, found.discovered);
      if (next.attempt.body && (!best || next.attempt.cost < best.attempt.cost)) best = next;
      if (this.steps <= 0) break;
    }
    return best ?? found;
  }

  private explored(discovered: Discovered, depth: number): Found {
    this.worst = Infinity;
    const first = this.under(this.guesses[0] as Hypothesis, discovered);
    const numbers = depth > DEEPEST ? null : this.numbers(first, discovered);
    const early = numbers && this.explored(numbers, depth);
    if (early && (early.attempt.cost === 0 || this.steps < this.setting.steps / 2)) return cheaper(first, early);
    const found = this.underHypotheses(first, discovered);
    const more = depth > DEEPEST || this.steps <= 0 ? null : this.discovery(found, discovered);
    const other = early ?? (more && this.explored(more.discovered, depth + 1));
    if (!other) return found;
    const harmless = early !== null || more?.harmless;
    return other.attempt.cost < found.attempt.cost || (harmless && other.attempt.cost === found.attempt.cost) ? other : found;
  }

  private underHypotheses(first: Found, discovered: Discovered): Found {
    const best = this.bestOf(this.guesses, first, discovered);
    const widths = best.attempt.cost === 0 ? [] : widthsOf(best.attempt);
    return widths.reduce((found, width) => this.bestOf(rowsOf(width), found, discovered), best);
  }

  private bestOf(guesses: readonly Hypothesis[], first: Found, discovered: Discovered): Found {
    let best = first;
    const raised: string[] = [];
    for (const hypothesis of guesses) {
      const found = hypothesis === first.hypothesis ? first : this.under(hypothesis, discovered);
      const { cost, executor, problems } = found.attempt;
      if (cost < best.attempt.cost) best = found;
      this.worst = best.attempt.cost;
      if (cost === 0 || this.steps <= 0 || executor.inputs.used.length === 0) break;
      if (cost >= UNCAUGHT) raised.push(problems.join());
      if (raised.length === SAME_AGAIN && best.attempt.cost >= UNCAUGHT && new Set(raised).size === 1) break;
    }
    return best;
  }

  /** One hypothesis. A target holds integers only where it must: used as positions, or wanted by a library's loss. */
  private under(hypothesis: Hypothesis, discovered: Discovered, shapes: Shapes = {}): Found {
    if (hypothesis.targetKind !== 'int') return this.tried(hypothesis, discovered, shapes);
    const found = this.tried({ ...hypothesis, targetKind: 'float' }, discovered, shapes);
    if (found.attempt.cost === 0 && found.attempt.executor.trace.opaque.size === 0) return found;
    const whole = this.tried(hypothesis, discovered, shapes);
    return whole.attempt.cost <= found.attempt.cost ? whole : found;
  }

  /** One hypothesis, tried again while parameters turn out to be positions. */
  private tried(hypothesis: Hypothesis, discovered: Discovered, shapes: Shapes): Found {
    const { setting, fixed } = this;
    const whole = new Set<string>(this.integers);
    const priors = priorsOf(this.signature, this.declarations, discovered);
    const overrides = { ...Object.fromEntries([...discovered.absent].map((path) => [path, null])), ...setting.overrides };
    for (let turn = 0; ; turn++) {
      const known = { shapes, counts: discovered.counts, replaced: setting.replaced };
      const plan = new LossPlan(hypothesis, priors, fixed, whole, setting.format ?? setting.framework.defaultFormat, known);
      const { given, steps, worst } = this;
      const result = attempt(this.candidate, this.signature, {
        ...setting,
        overrides,
        plan,
        given: new Set([...given, ...discovered.present]),
        twins: discovered.twins,
        steps: Math.max(1, steps),
        worst,
        lenient: this.forgiving,
      });
      this.steps -= result.executor.trace.spent;
      const more = [...result.executor.inputs.positions].filter((path) => !whole.has(path));
      if (more.length === 0 || turn === 3) {
        const because = Object.keys(fixed).length > 0 ? 'as given or annotated' : hypothesis.because;
        return { attempt: result, because, hypothesis, discovered };
      }
      more.forEach((path) => whole.add(path));
    }
  }

  /** What to take the last compared parameter for; `harmless` where that may be done without a failure to cure. */
  private discovery(found: Found, known: Discovered): { discovered: Discovered; harmless: boolean } | null {
    const numbers = this.numbers(found, known);
    if (numbers) return { discovered: numbers, harmless: true };
    const last = found.attempt.executor.inputs.compared.at(-1);
    if (!last || this.isSet(last.path)) return null;
    const { path } = last;
    if (last.with === LIST)
      return known.lists.has(path) ? null : { discovered: { ...known, lists: new Set([...known.lists, path]) }, harmless: true };
    if (last.with === ARRAY)
      return known.arrays.has(path) ? null : { discovered: { ...known, arrays: new Set([...known.arrays, path]) }, harmless: true };
    if (last.with === NUMBER || found.attempt.cost < UNCAUGHT || known.twins.has(path) || known.absent.has(path)) return null;
    if (last.with === null) return { discovered: { ...known, absent: new Set([...known.absent, path]) }, harmless: false };
    return { discovered: { ...known, twins: new Map([...known.twins, [path, last.with]]) }, harmless: false };
  }

  /** The parameters that turned out to be single numbers, known integers, or needed; null when none did. */
  private numbers(found: Found, known: Discovered): Discovered | null {
    const { counted, compared, needed } = found.attempt.executor.inputs;
    const missed = [...needed].filter((path) => !known.present.has(path) && !this.isSet(path));
    const counts = [...counted].filter(([path]) => !known.counts.has(path) && !this.isSet(path));
    const numbers = compared.filter((one) => one.with === NUMBER && !known.numbers.has(one.path) && !this.isSet(one.path));
    if (counts.length + numbers.length + missed.length === 0) return null;
    return {
      ...known,
      present: new Set([...known.present, ...missed]),
      counts: new Map([...known.counts, ...counts.map(([path, what]): [string, number] => [path, /class/.test(what) ? CLASSES : 2])]),
      numbers: new Set([...known.numbers, ...numbers.map((one) => one.path)]),
    };
  }

  private isSet(path: string): boolean {
    return path in this.setting.overrides || path in this.setting.shapes;
  }
}

/** How wide the trainable tensors of a module are, other than what is tried anyway. */
function widthsOf({ executor }: Attempt): number[] {
  const widths = [...executor.inputs.trained.values()].flatMap(({ shape }) => (shape.length > 1 ? shape.slice(-1) : []));
  return [...new Set(widths)].filter((width) => width !== CLASSES).slice(0, 2);
}

function cheaper(one: Found, other: Found): Found {
  return one.attempt.cost < other.attempt.cost ? one : other;
}

import type { ParsedDeclarations } from '../declarations';
import { hypotheses, larger, rowsOf, VECTORS, type Hypothesis } from '../shapes/hypothesis';
import { documentedShapes } from '../shapes/documented-shapes';
import { linearModel, type LinearModel } from '../shapes/linear-model';
import { UNCAUGHT } from './attempt';
import { docstringOf, type Candidate } from './candidate';
import { comesFurther, isTakenApart, widthsOf } from './endings';
import type { ReadingSetting } from './file-setting';
import { discovery, isSet, numbersIn } from './discovery';
import { NOTHING, type Discovered } from './priors';
import { pursued, reachOf } from './pursue';
import { cheaper, gapsIn, isBetter, refined, type Shapes } from './refine';
import type { SignatureParameter } from './signature';
import { Trials, type Found } from './trials';

/** So many hypotheses that raise the same exception after as many steps: no choice of shapes will help. */
const SAME_AGAIN = 7;
const CURABLE_AGAIN = 3;

const DEEPEST = 5;
const LENIENT_GUESSES = 6;

/** So many guesses of a number of axes that the code asked for are tried. */
const WISHED_GUESSES = 2;

/** So many options are tried otherwise. */
const MOST_OPTIONS = 8;

/** Looks for the shapes, and for what else is to be known of the parameters, under which a candidate reads best. */
export class Search {
  private readonly guesses: readonly Hypothesis[];
  private readonly trials: Trials;
  /** Shapes of a linear model that the candidate spells out. */
  private readonly linear: LinearModel | null;

  constructor(
    private readonly candidate: Candidate,
    private readonly signature: readonly SignatureParameter[],
    declarations: ParsedDeclarations,
    private readonly setting: ReadingSetting,
  ) {
    this.guesses = hypotheses(candidate.owner?.text ?? candidate.node.text);
    this.linear = linearModel(candidate.node.text, new Set(signature.map(({ path }) => path)));
    this.trials = new Trials(candidate, signature, declarations, setting);
  }

  /**
   * The best reading. Where every one fails, the parameter that was last compared with something is taken to be that: None,
   * another parameter, a list, an array.
   */
  best(): Found {
    const linear = this.asLinearModel();
    if (linear) return linear;
    const quick = this.mended(this.guessed());
    const other = gapsIn(quick.attempt) > 0 && this.trials.resume(quick) ? this.mended(this.guessed()) : quick;
    const best = gapsIn(other.attempt) < gapsIn(quick.attempt) ? other : quick;
    return best.attempt.cost >= UNCAUGHT ? this.lenient(best) : best;
  }

  /** The best of the guesses that the steps last for. */
  private guessed(): Found {
    this.trials.documented = {};
    return this.asByDefault(this.explored(NOTHING, 0));
  }

  /** What comes of the best guess where its options, or the shapes of single parameters, are changed. */
  private mended(guess: Found): Found {
    this.trials.extend(guess);
    const found = this.asWished(this.reopened(guess, this.otherwise(this.asDocumented(guess) ?? guess)));
    const fixed = new Set(Object.keys(this.trials.fixed));
    const fitted =
      this.larger(found) ??
      this.pursued(found, fixed) ??
      refined(found, fixed, (shapes, worst) => {
        this.trials.worst = worst;
        return this.trials.again(found, shapes);
      });
    return this.wholly(found, fitted, fixed) ?? fitted;
  }

  /** The reading where what is None by default stays so, as long as nothing breaks or is unread for that. */
  private asByDefault(found: Found): Found {
    const own = [...found.discovered.present].filter((path) => path.startsWith('self.'));
    if (own.length === found.discovered.present.size || found.attempt.cost > 0) return found;
    this.trials.worst = Infinity;
    const plain = this.trials.under(found.hypothesis, { ...found.discovered, present: new Set(own) });
    const unread = ({ attempt }: Found): number => [...attempt.executor.trace.opaque.values()].filter(({ byDesign }) => !byDesign).length;
    return plain.attempt.cost === 0 && unread(plain) <= unread(found) ? plain : found;
  }

  /** The reading under the shapes that the documentation tells, where it leaves less unread. */
  private asDocumented(found: Found): Found | null {
    if (gapsIn(found.attempt) === 0) return null;
    for (const shapes of this.documented()) {
      const best = this.readAs(shapes, found);
      if (best.attempt.cost <= found.attempt.cost && gapsIn(best.attempt) < gapsIn(found.attempt)) return best;
    }
    this.trials.documented = {};
    return null;
  }

  /** The reading under a guess of as many axes as the code asked for in vain, where no more breaks and less is left unread then. */
  private asWished(found: Found): Found {
    const { attempt, discovered } = found;
    if (attempt.cost >= UNCAUGHT || gapsIn(attempt) === 0) return found;
    const ranks = new Set(attempt.executor.inputs.wishes.flatMap((one) => ('rank' in one ? [one.rank] : [])));
    this.trials.worst = Math.max(attempt.cost, 1);
    let best = found;
    for (const rank of ranks)
      for (const guess of this.guesses.filter(({ prediction }) => prediction.length === rank).slice(0, WISHED_GUESSES)) {
        if (gapsIn(best.attempt) === 0 || this.trials.exhausted) return best;
        const next = this.trials.under(guess, discovered);
        if (next.attempt.cost <= best.attempt.cost && gapsIn(next.attempt) < gapsIn(best.attempt)) best = next;
      }
    return best;
  }

  /** Shapes that the docstrings tell; then the same with square images. */
  private documented(): readonly Shapes[] {
    const names = this.signature.filter(({ from }) => from === 'call').map(({ name }) => name);
    const told = [this.candidate.node, this.candidate.owner].map((node) => docstringOf(node)).join('\n');
    const documented = [false, true].map((square) => documentedShapes(told, names, square));
    return documented.filter((shapes, i) => JSON.stringify(shapes) !== JSON.stringify(i > 0 ? documented[0] : {}));
  }

  /** A reading under documented shapes, and under what it tells of the parameters. */
  private readAs(shapes: Shapes, { hypothesis }: Found): Found {
    this.trials.documented = shapes;
    this.trials.worst = Infinity;
    let best = this.trials.under(hypothesis, NOTHING);
    for (let turn = 0; turn < DEEPEST && gapsIn(best.attempt) > 0 && !this.trials.exhausted; turn++) {
      const more = discovery(this.setting, best, best.discovered);
      const next = more && this.trials.under(hypothesis, more.discovered);
      if (!next || (gapsIn(next.attempt) >= gapsIn(best.attempt) && !more.harmless)) break;
      best = next;
    }
    return best;
  }

  /** All guesses again, where none of them came anywhere before an option decided otherwise. */
  private reopened(before: Found, found: Found): Found {
    const same = before.discovered.options.size === found.discovered.options.size;
    if (same || before.attempt.cost < UNCAUGHT || gapsIn(found.attempt) === 0) return found;
    const other = this.explored(found.discovered, 0);
    return isBetter(other.attempt, found.attempt) ? other : found;
  }

  /** A reading with options that decide otherwise where what they decided was not read, as long as that mends something. */
  private otherwise(found: Found): Found {
    let best = found;
    const tried = new Set<string>();
    for (let turn = 0; turn < MOST_OPTIONS; turn++) {
      const { trace, inputs } = best.attempt.executor;
      const path = [...trace.doubted].find((one) => !tried.has(one) && !this.isSet(one));
      const now = path === undefined ? undefined : (inputs.options.get(path) ?? best.attempt.defaults.get(path));
      if (path === undefined || !now || this.trials.exhausted) break;
      tried.add(path);
      const other = [...(trace.options.get(path) ?? [])].find((value) => !('value' in now) || value !== now.value);
      if (other === undefined) continue;
      this.trials.worst = Infinity;
      const next = this.trials.under(best.hypothesis, {
        ...best.discovered,
        // What was taken to be given since all readings raised may not be what they raised for
        present: best.attempt.cost >= UNCAUGHT ? NOTHING.present : best.discovered.present,
        options: new Map([...best.discovered.options, [path, other]]),
      });
      if (gapsIn(next.attempt) < gapsIn(best.attempt) || comesFurther(next.attempt, best.attempt)) best = next;
    }
    return best;
  }

  /** The reading of larger tensors, where some were too small for the code and nothing is broken then. */
  private larger({ attempt, discovered }: Found): Found | null {
    if (attempt.cost === 0 || !this.trials.small) return null;
    this.trials.worst = 1;
    this.trials.enlarge();
    const asDefault = discovered.present.size > 0 ? [{ ...discovered, present: NOTHING.present }] : [];
    for (const known of [...asDefault, discovered])
      for (const hypothesis of larger()) {
        if (this.trials.exhausted) return null;
        const found = this.trials.under(hypothesis, known);
        if (found.attempt.cost === 0) return found;
      }
    return null;
  }

  /** The reading under shapes that the breaches of a failed one ask for, where nothing is broken then. */
  private pursued(found: Found, fixed: ReadonlySet<string>): Found | null {
    if (found.attempt.cost === 0) return null;
    this.trials.worst = 1;
    const better = pursued<Found>(
      fixed,
      (shapes, after) => this.informed(this.trials.again(after ?? found, shapes), shapes),
      (reach) => this.trials.proceed(reach),
    );
    return better && { ...better.found, because: 'the sizes under which the code runs' };
  }

  /** A reading with what it tells of the parameters beside their shapes: lists, single numbers, known integers. */
  private informed(found: Found | null, shapes: Shapes): Found | null {
    let best = found;
    for (let turn = 0; best && best.attempt.cost > 0 && turn < DEEPEST; turn++) {
      const known = numbersIn(this.setting, best, best.discovered);
      const next = known && this.trials.again({ ...best, discovered: known }, shapes);
      if (!next || reachOf(next.attempt) < reachOf(best.attempt)) break;
      best = next;
    }
    return best;
  }

  /** The reading where all elements that the code selects from are selected, if it runs only then, or returns the selection. */
  private wholly(found: Found, fitted: Found, fixed: ReadonlySet<string>): Found | null {
    const { executor, cost, body } = fitted.attempt;
    if (!executor.graph.met || (cost === 0 && body)) return null;
    const discovered = { ...found.discovered, whole: true };
    this.trials.worst = Infinity;
    const first = this.trials.under(found.hypothesis, discovered);
    if (first.attempt.cost > 0) return this.pursued({ ...found, discovered }, fixed);
    return first.attempt.body ? first : this.given(found);
  }

  /** The reading where what the code last asked of is given although it is None by default, if that gives a number. */
  private given(found: Found): Found | null {
    const [last] = found.attempt.executor.inputs.absent.slice(-1);
    if (!last || this.isSet(last.path)) return null;
    const present = new Set([...found.discovered.present, last.path]);
    const next = this.explored({ ...found.discovered, present }, 0);
    return next.attempt.cost === 0 && next.attempt.body ? next : null;
  }

  /** The reading as a linear model, where it breaks no rule. */
  private asLinearModel(): Found | null {
    if (!this.linear || Object.keys(this.linear.shapes).some((name) => name in this.trials.fixed)) return null;
    const { shapes, isVector } = this.linear;
    const found = this.trials.under(isVector ? VECTORS : (this.guesses[0] as Hypothesis), NOTHING, shapes);
    return found.attempt.cost === 0 ? { ...found, because: 'a matrix of data times coefficients' } : null;
  }

  /** Of a loss that raises under all shapes: the reading with fewest gaps where each exception is one. */
  private lenient(found: Found): Found {
    this.trials.forgive();
    let best: Found | null = null;
    for (const hypothesis of new Set([found.hypothesis, ...this.guesses.slice(0, LENIENT_GUESSES)])) {
      const next = this.trials.under(hypothesis, found.discovered);
      if (next.attempt.body && (!best || next.attempt.cost < best.attempt.cost)) best = next;
      if (this.trials.exhausted) break;
    }
    return best ?? found;
  }

  /** The best reading under what is known so far and what it tells beside; `lead` is what is tried first. */
  private explored(discovered: Discovered, depth: number, lead = this.guesses[0] as Hypothesis): Found {
    this.trials.worst = Infinity;
    const first = this.trials.under(lead, discovered);
    const numbers = depth > DEEPEST ? null : numbersIn(this.setting, first, discovered);
    const early = numbers && this.explored(numbers, depth, lead);
    if (early && (early.attempt.cost === 0 || this.trials.halfway)) return cheaper(first, early);
    const found = this.underHypotheses(first, discovered);
    const more = depth > DEEPEST || this.trials.exhausted ? null : discovery(this.setting, found, discovered);
    const other = early ?? (more && this.explored(more.discovered, depth + 1, found.hypothesis));
    if (!other) return found;
    const harmless = early !== null || more?.harmless;
    if (harmless && other.attempt.cost >= UNCAUGHT && found.attempt.cost >= UNCAUGHT)
      return isBetter(found.attempt, other.attempt) ? found : other;
    return other.attempt.cost < found.attempt.cost || (harmless && other.attempt.cost === found.attempt.cost) ? other : found;
  }

  private underHypotheses(first: Found, discovered: Discovered): Found {
    const asked = first.attempt.cost === 0 ? [] : widthsOf(first.attempt);
    const best = this.bestOf([...asked.flatMap(rowsOf), ...this.guesses], first, discovered);
    const widths = best.attempt.cost === 0 ? [] : widthsOf(best.attempt);
    return widths.reduce((found, width) => this.bestOf(rowsOf(width), found, discovered), best);
  }

  private bestOf(guesses: readonly Hypothesis[], first: Found, discovered: Discovered): Found {
    let best = first;
    const raised: string[] = [];
    for (const hypothesis of guesses) {
      if (hypothesis !== first.hypothesis && this.trials.refuses(hypothesis, discovered)) continue;
      const found = hypothesis === first.hypothesis ? first : this.trials.under(hypothesis, discovered);
      const { cost, executor, problems } = found.attempt;
      if (isBetter(found.attempt, best.attempt)) best = found;
      this.trials.worst = best.attempt.cost;
      if (cost === 0 || this.trials.exhausted || executor.inputs.used.length === 0) break;
      if (cost >= UNCAUGHT) raised.push(isTakenApart(found.attempt, discovered) ? 'taken apart' : problems.join());
      if (best.attempt.cost >= UNCAUGHT && new Set(raised).size === 1 && raised.length >= this.patience(found, discovered)) break;
    }
    return best;
  }

  /** How often the same exception may come again: seldom where something else is to be tried that may cure it. */
  private patience(found: Found, discovered: Discovered): number {
    return discovery(this.setting, found, discovered)?.harmless === false ? CURABLE_AGAIN : SAME_AGAIN;
  }

  private isSet(path: string): boolean {
    return isSet(this.setting, path);
  }
}

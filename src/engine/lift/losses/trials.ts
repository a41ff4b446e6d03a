import type { Shape } from '../../numerics/signature';
import type { ParsedDeclarations } from '../declarations';
import { annotatedShapes } from '../shapes/annotated-shapes';
import type { Hypothesis } from '../shapes/hypothesis';
import { LossPlan, siblingsOf, type Prior } from '../shapes/loss-plan';
import { RecordedPlan } from '../shapes/recorded-plan';
import { attempt, UNCAUGHT, type Attempt } from './attempt';
import type { Candidate } from './candidate';
import { declaredShapes } from './declared-shapes';
import type { ReadingSetting } from './file-setting';
import { keyOf, priorsOf, type Discovered } from './priors';
import type { Shapes } from './refine';
import type { SignatureParameter } from './signature';
import { ToldRanks } from './told-ranks';

/** A reading, why the shapes are as they are, and under what it was made. */
export interface Found {
  readonly attempt: Attempt;
  readonly because: string;
  readonly hypothesis: Hypothesis;
  readonly discovered: Discovered;
}

/** One reading that was made. */
interface Trial {
  /** What was discovered before. */
  readonly key: string;
  readonly plan: RecordedPlan;
  readonly worst: number;
  readonly result: Attempt;
}

/** Readings are begun again so often because a parameter turned out to be positions. */
const MOST_TURNS = 6;

/**
 * So many steps for the guesses before the best of them is mended, and so many more for the rest where that fails: few losses that
 * are read wholly need more, and those that never are would take any number.
 */
const GLANCING_STEPS = 2_000;
const GUESSING_STEPS = 4_000;

/** So many more to mend the best guess, and again for each reading that comes further. */
const MENDING_STEPS = 2_500;
const PROCEEDING_STEPS = 2_000;
/** And so many readings as long as the one that is mended, or that came further. */
const MENDING_READINGS = 4;
const PROCEEDING_READINGS = 3;

/** So many more to read larger tensors, and at last to read with gaps. */
const ENLARGING_STEPS = 10_000;
const LENIENT_STEPS = 1_500;

/** Of a reading that takes so many steps only the likeliest guesses are tried. */
const LONG_READING = 2_000;

/** A reading that takes so many steps runs away: nearly all of them end in gaps by the thousand. Those after it may take fewer. */
const LONGEST_READING = 20_000;
const LONGEST_AGAIN = 12_000;

/** Makes readings of one candidate, none of them twice, within a budget of steps. */
export class Trials {
  /** Shapes that are declared, annotated or given. */
  readonly fixed: Readonly<Record<string, Shape>>;
  /** So many breaches of rules make a reading no better than one before. */
  worst = Infinity;
  /** Shapes that the documentation tells, where readings are to keep to it. */
  documented: Shapes = {};
  /** Whether a reading met something that was too small. */
  small = false;
  private readonly given: ReadonlySet<string>;
  /** Parameters that hold integers: annotated so, or found to be used as positions. */
  private readonly whole: Set<string>;
  private readonly priors = new Map<string, (path: string) => Prior>();
  private trials: Trial[] = [];
  private limit: number;
  private spent = 0;
  private longest = LONGEST_READING;
  private lenient = false;
  private readonly ranks = new ToldRanks();
  /** Whether the steps did not last for all guesses. */
  private cut = false;

  constructor(
    private readonly candidate: Candidate,
    private readonly signature: readonly SignatureParameter[],
    private readonly declarations: ParsedDeclarations,
    private readonly setting: ReadingSetting,
  ) {
    const annotated = annotatedShapes(signature);
    const declared = declaredShapes(declarations);
    this.fixed = { ...annotated.shapes, ...declared, ...setting.shapes };
    this.given = new Set([...Object.keys(declared), ...Object.keys(setting.shapes)].flatMap((path) => [path, wholeOf(path)]));
    this.whole = new Set(annotated.whole);
    this.limit = Math.min(setting.steps, GLANCING_STEPS);
  }

  /** Whether there are no steps left. */
  get exhausted(): boolean {
    return this.spent >= this.limit;
  }

  /** Whether less than half of the steps are left. */
  get halfway(): boolean {
    return this.spent > this.limit / 2;
  }

  /** More steps, for readings that mend one before. */
  extend({ attempt: { executor } }: Found): void {
    const { reached, spent } = executor.trace;
    this.cut ||= this.exhausted;
    this.allow(MENDING_STEPS + spent + MENDING_READINGS * (reached ?? spent));
  }

  /** More steps, once, for the guesses that were not tried after a reading failed; whether there are any, and it is worth them. */
  resume({ attempt: { executor } }: Found): boolean {
    const worthwhile = this.cut && executor.trace.spent < LONG_READING;
    this.cut = false;
    this.allow(GUESSING_STEPS);
    return worthwhile && !this.exhausted;
  }

  /** More steps, for readings of larger tensors. */
  enlarge(): void {
    this.allow(ENLARGING_STEPS);
  }

  /** Some more steps, since the readings come further. */
  proceed(reach: number): void {
    this.allow(PROCEEDING_STEPS + PROCEEDING_READINGS * reach);
  }

  /** From now on what raises is a gap where it stands. */
  forgive(): void {
    this.lenient = true;
    this.longest = LONGEST_READING;
    this.worst = Infinity;
    this.trials = [];
    this.spent = Math.min(this.spent, this.setting.steps - LENIENT_STEPS);
    this.limit = this.spent + LENIENT_STEPS;
  }

  /** One hypothesis. A target holds integers only where it must: used as positions, or wanted by a library's loss. */
  under(hypothesis: Hypothesis, discovered: Discovered, shapes: Shapes = {}): Found {
    if (hypothesis.targetKind !== 'int') return this.tried(hypothesis, discovered, shapes);
    const found = this.tried({ ...hypothesis, targetKind: 'float' }, discovered, shapes);
    if (found.attempt.cost === 0 && found.attempt.executor.trace.opaque.size === 0) return found;
    if (found.attempt.cost > 0 && !OF_KINDS.test(found.attempt.problems[0] ?? '')) return found;
    const whole = this.tried(hypothesis, discovered, shapes);
    const gaps = ({ attempt }: Found): number => attempt.executor.trace.opaque.size;
    const better = whole.attempt.cost < found.attempt.cost || (whole.attempt.cost === found.attempt.cost && gaps(whole) < gaps(found));
    return better ? { ...whole, hypothesis } : found;
  }

  /** Whether readings before told that the code takes shapes apart that have other numbers of axes. */
  refuses(hypothesis: Hypothesis, discovered: Discovered): boolean {
    const plan = this.planFor(hypothesis, discovered, {});
    return this.ranks.refuse((path) => plan.shapeOf(path));
  }

  /** The reading of before in other shapes; null where no steps are left. */
  again({ hypothesis, discovered }: Found, shapes: Shapes): Found | null {
    return this.exhausted ? null : this.under(hypothesis, discovered, shapes);
  }

  /** One hypothesis, begun again while parameters turn out to be positions. */
  private tried(hypothesis: Hypothesis, discovered: Discovered, shapes: Shapes): Found {
    const most = this.lenient ? 1 : MOST_TURNS;
    for (let turn = 0; ; turn++) {
      const result = this.read(this.planFor(hypothesis, discovered, shapes), discovered, turn === most);
      const more = [...result.executor.inputs.positions].filter((path) => !this.whole.has(path));
      if (more.length === 0 || turn === most) {
        const told = Object.keys(this.documented).length > 0 ? 'the shapes that the documentation tells' : hypothesis.because;
        const because = Object.keys(this.fixed).length > 0 ? 'as given or annotated' : told;
        return { attempt: result, because, hypothesis, discovered };
      }
      for (const path of more) this.whole.add(path).add(siblingsOf(path));
    }
  }

  private planFor(hypothesis: Hypothesis, discovered: Discovered, shapes: Shapes): LossPlan {
    const { setting } = this;
    const known = {
      shapes: { ...this.documented, ...shapes },
      counts: discovered.counts,
      lengths: discovered.lengths,
      replaced: setting.replaced,
      floats: setting.floats,
    };
    return new LossPlan(
      hypothesis,
      this.priorsUnder(discovered),
      this.fixed,
      new Set(this.whole),
      setting.format ?? setting.framework.defaultFormat,
      known,
    );
  }

  /** What is known of each parameter, worked out once for all readings. */
  private priorsUnder(discovered: Discovered): (path: string) => Prior {
    const key = keyOf(discovered);
    const before = this.priors.get(key);
    if (before) return before;
    const priors = priorsOf(this.signature, this.declarations, discovered);
    const known = new Map<string, Prior>();
    const remembered = (path: string): Prior => {
      const prior = known.get(path) ?? priors(path);
      known.set(path, prior);
      return prior;
    };
    this.priors.set(key, remembered);
    return remembered;
  }

  private read(plan: LossPlan, discovered: Discovered, last: boolean): Attempt {
    const { setting, worst, lenient } = this;
    const key = keyOf(discovered);
    const before = this.trials.find((trial) => trial.key === key && serves(trial, worst) && trial.plan.agrees(plan));
    if (before) return before.result;
    const recorded = new RecordedPlan(plan);
    const result = attempt(this.candidate, this.signature, {
      ...setting,
      overrides: {
        ...Object.fromEntries([...discovered.absent].map((path) => [path, null])),
        ...setting.overrides,
      },
      plan: recorded,
      given: new Set([...this.given, ...discovered.present]),
      twins: discovered.twins,
      decided: discovered.options,
      whole: discovered.whole ?? false,
      steps: Math.max(1, Math.min(this.longest, this.setting.steps - this.spent)),
      worst,
      lenient,
      settled: last,
    });
    const { spent } = result.executor.trace;
    this.spent += spent;
    this.ranks.note(result);
    if (spent > this.longest) this.longest = LONGEST_AGAIN;
    this.small ||= result.problems.some((problem) => TOO_SMALL.test(problem)) || isFarSmaller(result);
    this.trials.push({ key, plan: recorded, worst, result });
    return result;
  }

  private allow(steps: number): void {
    this.limit = Math.min(this.setting.steps - LENIENT_STEPS, Math.max(this.limit, this.spent + steps));
  }
}

/** The parameter that a path leads into: `pairs` of `pairs[0]` and of `pairs["a"].b`. */
function wholeOf(path: string): string {
  return /^(self\.)?\w+/.exec(path)?.[0] ?? path;
}

/** What is said where a window, or what the code itself asks for, is larger than a tensor. */
const TOO_SMALL =
  /window is larger|mean of no elements|slice that ends before|shorter than half a window|^padding of|^frames of|^windows of|^raise.*(image|window|kernel|signal|spatial|resolution).*(size|small|short|at least|large)/i;

/** What may be said where something holds floats and is to hold integers. */
const OF_KINDS = /integer|class indices|too many indices|mask|long|isinstance|\b(dtype|type|int)\b|truth value/i;

/** Whether a reading ends where a size is compared with one that none of the usual shapes has. */
function isFarSmaller({ breach }: Attempt): boolean {
  const { one = [], other = [], shapes = true } = breach?.compared ?? {};
  return !shapes && Math.max(...one, ...other) > USUAL;
}

/** The usual shapes have no longer axes. */
const USUAL = 12;

/** Whether a reading was not given up earlier than one that is wanted now. */
function serves({ worst, result }: Trial, wanted: number): boolean {
  return worst >= wanted || result.cost < 2 * UNCAUGHT;
}

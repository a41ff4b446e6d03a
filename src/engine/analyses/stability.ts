import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import { dtypesOf } from './dtypes';
import { domainOf } from './needs';
import type { Hazard } from './hazard';
import { Places } from './places';
import { inputsOf } from './inputs';
import { halfSums } from './half-sums';
import { firstUnproved } from './range';
import type { FrameworkArithmetic } from './replay';
import { searchWitnesses } from './witness';

/** What a loss needs of an argument that nobody establishes. */
export interface Precondition {
  readonly hazard: Hazard;
  /** The operand that must stay in the operation's domain. */
  readonly operand: Expression;
  /** Where the operation stands that needs it. */
  readonly span: Loss['span'];
  /** Condition on the operand, such as `sigma > 0`. */
  readonly text: string;
  /** What happens otherwise, such as `log(sigma) = nan`. */
  readonly breaks: string;
}

/** The verdict on one loss in one format, with all that supports it. */
export interface Stability {
  /** What it was judged in. */
  readonly arithmetic: FrameworkArithmetic;
  readonly answer: 'safe' | 'hazard' | 'unknown';
  readonly hazards: readonly Hazard[];
  readonly preconditions: readonly Precondition[];
  /** The first operation that is not proved safe; null where each is. */
  readonly unproved: Expression | null;
  /** `ok`, or the first thing that breaks, for every format tried; tries them. */
  readonly dtypes: () => Readonly<Record<string, string>>;
}

/** The loss as it reads in another working format, where casts and machine limits differ. */
export type Reread = (format: FormatName) => Loss | null;

/** How many steps a verdict may spend in the format asked for, and in each narrower one. */
const STEPS = { judged: 90_000, narrower: 20_000 };

/** Judges a loss in one format under its framework's arithmetic, and says which narrower format breaks it first. */
export function judgeStability(loss: Loss, arithmetic: FrameworkArithmetic, reread: Reread = () => loss): Stability {
  const places = new Places(loss);
  const unproved = firstUnproved(loss, arithmetic);
  const safe = loss.body !== null && loss.status === 'full' && unproved === null;
  const met = safe ? halfSums(loss, arithmetic) : searchWitnesses(loss, arithmetic, { steps: STEPS.judged, hazards: 8 });
  const hazards = met.filter((hazard) => hazard.needs.length === 0);
  const preconditions = met.filter((hazard) => hazard.needs.length > 0).map((hazard) => preconditionOf(hazard, places));
  return {
    arithmetic,
    answer: hazards.length > 0 ? 'hazard' : safe && isProof(loss, arithmetic) ? 'safe' : 'unknown',
    hazards,
    preconditions,
    unproved,
    dtypes: () => dtypesOf(reread, arithmetic, hazards[0] ?? null, STEPS.narrower),
  };
}

/** Ranges bound values and single slopes; in half precision products of slopes can overflow as well. */
function isProof(loss: Loss, { format }: FrameworkArithmetic): boolean {
  return format === 'float64' || format === 'float32' || !inputsOf(loss).some((input) => input.differentiable);
}

function preconditionOf(hazard: Hazard, places: Places): Precondition {
  const operand = hazard.node.args[hazard.operand] ?? hazard.node.args[0] ?? hazard.node;
  const { text, breaks } = domainOf(
    hazard,
    operand,
    hazard.given.map(({ input }) => input),
  );
  return { hazard, operand, span: places.placeOf(hazard.node), text, breaks };
}

import { admits, hullOf, printDomain } from '../ir/domain';
import type { Domain } from '../ir/domain';
import { sizeOf } from '../ir/expression';
import type { Expression } from '../ir/expression';
import type { Parameter } from '../ir/loss';

/** One number-valued input of a loss, as it is offered for drawing: an axis, a slider, or held fixed. */
export interface DrawingInput {
  readonly name: string;
  /** The domain as the author reads it: `(0, 1)`, `{0, 1}`, `R`. */
  readonly domain: string;
  /** Ends of what is shown at first, finite. */
  readonly low: number;
  readonly high: number;
  /** Ends of the domain, which may be infinite. */
  readonly least: number;
  readonly most: number;
  /** The only values allowed, for a finite set; else null. */
  readonly choices: readonly number[] | null;
  readonly integer: boolean;
  /** Whether its elements depend on one another, so that none can be moved alone. */
  readonly bound: boolean;
  /** Values at the start, row-major; one for each element. */
  readonly initial: readonly number[];
}

/** How far an unbounded axis is shown on either side of zero. */
const REACH = 6;
const MOST_CHOICES = 12;

/** The drawing's view of a parameter that is a tensor or a number. */
export function drawingInput(parameter: Parameter, node: Expression): DrawingInput {
  const { domain, name } = parameter;
  const { low: least, high: most } = hullOf(domain);
  const integer = node.kind === 'int' || (domain.kind === 'interval' && domain.integer);
  const [low, high] = windowOf(parameter, least, most);
  const initial = initialValues(parameter, node);
  const choices = choicesOf(domain, integer, low, high);
  return { name, domain: printDomain(domain), low, high, least, most, choices, integer, bound: domain.kind === 'simplex', initial };
}

/** A finite window of a domain that holds a value of interest; a hyperparameter with a value is shown around it. */
function windowOf(parameter: Parameter, least: number, most: number): [low: number, high: number] {
  const value = plotValue(parameter);
  const tuned = parameter.role === 'hyperparameter' && value !== 0;
  const reach = tuned ? 3 * Math.abs(value) : Math.max(REACH, 2 * Math.abs(value));
  if (Number.isFinite(least) && Number.isFinite(most)) return [least, most > least ? most : least + 1];
  if (Number.isFinite(least)) return [least, least + reach];
  if (Number.isFinite(most)) return [most - reach, most];
  return tuned ? [Math.min(0, 3 * value), Math.max(0, 3 * value)] : [-reach, reach];
}

function choicesOf(domain: Domain, integer: boolean, low: number, high: number): readonly number[] | null {
  if (domain.kind === 'set') return domain.values;
  if (!integer || high - low >= MOST_CHOICES) return null;
  const first = Math.ceil(low);
  return Array.from({ length: Math.floor(high) - first + 1 }, (_, i) => first + i);
}

/** The value that a declaration, a default or the domain suggests. */
function plotValue({ plotAt, default: given, domain, role }: Parameter): number {
  if (plotAt !== null) return plotAt;
  if (typeof given === 'number' && Number.isFinite(given)) return given;
  const preferred = role === 'weight' || role === 'hyperparameter' ? [1, 0.5, 0, 2] : role === 'target' ? [0, 1, 0.5] : [0.5, 0, 1];
  return preferred.find((x) => admits(domain, x)) ?? middleOf(domain);
}

function middleOf(domain: Domain): number {
  const { low, high } = hullOf(domain);
  if (Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2;
  return Number.isFinite(low) ? low + 1 : Number.isFinite(high) ? high - 1 : 0;
}

/** A row on the simplex is uniform for a prediction, and the first class for a target. */
function initialValues(parameter: Parameter, { shape }: Expression): number[] {
  const size = sizeOf(shape);
  const value = labelOf(parameter) ?? plotValue(parameter);
  if (parameter.domain.kind !== 'simplex') return new Array<number>(size).fill(value);
  const classes = shape[shape.length - 1] ?? 1;
  return Array.from({ length: size }, (_, i) => (parameter.role === 'target' ? Number(i % classes === 0) : 1 / classes));
}

/** A target between 0 and 1 starts as the positive class, whose curve is the one that books show. */
function labelOf({ role, domain, plotAt }: Parameter): number | null {
  const { low, high } = hullOf(domain);
  return role === 'target' && plotAt === null && low === 0 && high === 1 ? 1 : null;
}

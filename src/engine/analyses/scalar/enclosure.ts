import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { multiAffineForm } from './multi-affine';
import { enclose, functionRange, holds, logShares } from './range';
import { inOrder } from './tape';
import type { Algebra, Term } from './term';

/** Interval of a term's values while the variables range over a box; variables that are missing keep their domain. */
export type Enclosure = (box: ReadonlyMap<string, Interval>) => Interval;

type Step = (slots: readonly Interval[]) => Interval;

/** A term made ready to be enclosed on many boxes. */
export function enclosureOf(algebra: Algebra, term: Term): Enclosure {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const known = order.map((node) => (node.free.size === 0 || node.op === 'variable' ? algebra.range(node) : I.EMPTY));
  const names = order.map((node) => (node.op === 'variable' ? node.name : null));
  const steps = order.map((node) => (node.free.size === 0 || node.op === 'variable' ? null : stepOf(node, slotOf)));
  const slots = [...known];
  return (box) => {
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      const name = names[i];
      if (step) slots[i] = step(slots);
      else if (typeof name === 'string') slots[i] = box.get(name) ?? (known[i] as Interval);
    }
    return slots[slots.length - 1] as Interval;
  };
}

const NO_VALUE: Interval = { ...I.EMPTY, nan: true };

function stepOf(node: Term, slotOf: ReadonlyMap<Term, number>): Step {
  const at = node.args.map((a) => slotOf.get(a) as number);
  if (node.op === 'where') return whereStep(node.name, at);
  const inner = node.op === 'sum' ? sumStep(node, at, slotOf) : node.op === 'product' ? productStep(node, at) : functionStep(node, at);
  return (slots) => {
    for (const i of at) if (I.isEmpty(slots[i] as Interval)) return NO_VALUE;
    return inner(slots);
  };
}

function sumStep(node: Term, at: readonly number[], slotOf: ReadonlyMap<Term, number>): Step {
  const weights = node.weights.map((weight) => (Q.isOne(weight) ? null : enclose(weight)));
  const constant = enclose(node.constant);
  const [corners, shares] = [multiAffineForm(node), logShares(node)];
  return (slots) => {
    let total = constant;
    for (let i = 0; i < at.length; i++) {
      const weight = weights[i];
      const range = slots[at[i] as number] as Interval;
      total = I.add(total, weight ? I.multiply(weight, range) : range);
    }
    const rangeOf = (term: Term): Interval => slots[slotOf.get(term) as number] as Interval;
    const narrower = corners?.(rangeOf) ?? shares?.(rangeOf);
    return narrower ? I.intersect(total, narrower) : total;
  };
}

function productStep(node: Term, at: readonly number[]): Step {
  const weights = node.weights.map(enclose);
  return (slots) => {
    let total: Interval | null = null;
    for (let i = 0; i < at.length; i++) {
      const power = I.power(slots[at[i] as number] as Interval, weights[i] as Interval);
      total = total ? I.multiply(total, power) : power;
    }
    return total ?? I.ALL;
  };
}

function functionStep(node: Term, at: readonly number[]): Step {
  return (slots) =>
    functionRange(
      node,
      at.map((i) => slots[i] as Interval),
    );
}

/** A branch that the guard never takes does not count, undefined though it may be. */
function whereStep(relation: string, [guard = 0, then = 0, otherwise = 0]: readonly number[]): Step {
  return (slots) => {
    const truth = holds(relation, slots[guard] as Interval);
    if (truth !== null) return slots[truth ? then : otherwise] as Interval;
    return I.hull(slots[then] as Interval, slots[otherwise] as Interval);
  };
}

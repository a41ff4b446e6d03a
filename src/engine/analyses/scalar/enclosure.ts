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
  const { slots, steps, inputs } = compiled(algebra, [term]);
  return (box) => {
    for (const { slot, name, whole } of inputs) slots[slot] = box.get(name) ?? whole;
    run(slots, steps, 0, steps.length);
    return slots[slots.length - 1] as Interval;
  };
}

/** Terms of one variable made ready to be enclosed on many intervals, one after the other: what they share is computed once. */
export function enclosuresAlong(algebra: Algebra, variable: string, terms: readonly Term[]): readonly ((x: Interval) => Interval)[] {
  const { slots, steps, inputs, slotOf } = compiled(algebra, terms);
  const moved = inputs.filter(({ name }) => name === variable);
  let [at, done] = [I.EMPTY, 0];
  return terms.map((term) => {
    const root = slotOf.get(term) as number;
    return (x) => {
      if (x !== at) {
        for (const { slot } of moved) slots[slot] = x;
        [at, done] = [x, 0];
      }
      if (done <= root) run(slots, steps, done, root + 1);
      done = Math.max(done, root + 1);
      return slots[root] as Interval;
    };
  });
}

/** What computes terms: nodes of the first term before those that others need besides. */
interface Compiled {
  readonly slots: Interval[];
  readonly steps: readonly (Step | null)[];
  readonly inputs: readonly { readonly slot: number; readonly name: string; readonly whole: Interval }[];
  readonly slotOf: ReadonlyMap<Term, number>;
}

function compiled(algebra: Algebra, terms: readonly Term[]): Compiled {
  const order = inOrder(...terms);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const isGiven = (node: Term): boolean => node.free.size === 0 || node.op === 'variable';
  const slots = order.map((node) => (isGiven(node) ? algebra.range(node) : I.EMPTY));
  const steps = order.map((node) => (isGiven(node) ? null : stepOf(node, slotOf)));
  const inputs = order.flatMap((node, slot) => (node.op === 'variable' ? [{ slot, name: node.name, whole: slots[slot] as Interval }] : []));
  return { slots, steps, inputs, slotOf };
}

function run(slots: Interval[], steps: readonly (Step | null)[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const step = steps[i];
    if (step) slots[i] = step(slots);
  }
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

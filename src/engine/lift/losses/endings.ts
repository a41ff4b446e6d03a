import { LIST } from '../inputs/inputs';
import { CLASSES } from '../shapes/hypothesis';
import { UNCAUGHT, type Attempt } from './attempt';
import type { Discovered } from './priors';

/** Whether a reading ends at another exception than one before, and later. */
export function comesFurther(next: Attempt, before: Attempt): boolean {
  const raise = [next, before].every(({ cost }) => cost >= UNCAUGHT && cost < 2 * UNCAUGHT);
  return raise && next.problems[0] !== before.problems[0] && next.executor.trace.spent > before.executor.trace.spent;
}

/** Whether a reading ends where it counts or takes apart what was taken for an array and should have been a list. */
export function isTakenApart({ executor, problems: [problem = ''] }: Attempt, { lists }: Discovered): boolean {
  const last = executor.inputs.compared.at(-1);
  const isArray = last?.with === LIST && !lists.has(last.path);
  return /^(iteration over|len\(\) of) a 0-d/.test(problem) || (isArray && problem.startsWith('cannot unpack'));
}

/** How wide the trainable tensors of a module are, and how many classes are counted, other than what is tried anyway. */
export function widthsOf({ executor }: Attempt): number[] {
  const trained = [...executor.inputs.trained.values()].flatMap(({ shape }) => (shape.length > 1 ? shape.slice(-1) : []));
  const widths = [...trained, ...executor.inputs.widths];
  return [...new Set(widths)].filter((width) => width !== CLASSES).slice(0, 2);
}

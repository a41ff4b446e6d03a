import type { Fact, Loss } from '../ir/loss';
import type { Assignment } from './candidates';
import type { Input } from './inputs';

/** Whether an assignment agrees with what the author declared of sums, means and extremes of the inputs. */
export function agreesWithFacts(loss: Loss, inputs: readonly Input[], assignment: Assignment): boolean {
  return loss.declarations.facts.every((fact) => {
    const values = assignment[inputs.findIndex(({ name }) => name === fact.parameter)];
    return !values || holds(fact, reduced(fact, values));
  });
}

function reduced({ reduction }: Fact, values: Float64Array): number {
  if (reduction === 'max') return Math.max(...values);
  if (reduction === 'min') return Math.min(...values);
  const total = values.reduce((sum, v) => sum + v, 0);
  return reduction === 'mean' ? total / values.length : total;
}

function holds({ relation, bound }: Fact, value: number): boolean {
  switch (relation) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '==':
      return value === bound;
  }
}

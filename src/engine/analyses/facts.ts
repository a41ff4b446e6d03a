import type { Fact, Loss } from '../ir/loss';
import type { Assignment } from './candidates';
import type { Input } from './inputs';
import { type FrameworkArithmetic, Replay } from './replay';

/** Tells whether an assignment agrees with what the author declared of the inputs, and with what the code demands of them. */
export function agreement(loss: Loss, inputs: readonly Input[], arithmetic: FrameworkArithmetic): (assignment: Assignment) => boolean {
  const demands = (loss.demands ?? []).map((demand) => ({ demand, replay: new Replay(demand, inputs, arithmetic) }));
  return (assignment) =>
    agreesWithFacts(loss, inputs, assignment) &&
    demands.every(({ demand, replay }) => replay.valuesAt(assignment, demand).every((truth) => truth !== 0));
}

function agreesWithFacts(loss: Loss, inputs: readonly Input[], assignment: Assignment): boolean {
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

import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import type { Value } from '../values/value';
import { choose, join } from './branch';
import type { Writes } from './journal';
import { Raised, Unreadable } from './unreadable';

/** Which way conditions on data go on one path through a function. */
export interface Choices {
  /** Decisions in the order in which conditions are met; those beyond are true. */
  readonly decisions: readonly boolean[];
  /** Conditions that were met, in order. */
  readonly asked: Expression[];
}

const MOST_PATHS = 40;

/** The decision of a path on a condition; one that was decided before stays so. */
export function decide(choices: Choices, condition: Expression): boolean {
  const known = choices.asked.indexOf(condition);
  const at = known >= 0 ? known : choices.asked.push(condition) - 1;
  return choices.decisions[at] ?? true;
}

interface Path {
  /** Null where the path raises: it is not taken. */
  readonly value: Value | null;
  readonly writes: Writes;
}

/** Runs a function on every path through its conditions on data, and joins the results. Throws Unreadable for too many paths. */
export function alongPaths(machine: Machine, run: (choices: Choices) => Value): Value {
  const { mark } = machine.journal;
  let count = 0;
  const explore = (decisions: readonly boolean[]): Path => {
    if (++count > MOST_PATHS) throw new Unreadable('too many paths through conditions on data');
    const choices: Choices = { decisions, asked: [] };
    let path = attempted(machine, mark, () => run(choices));
    for (let i = choices.asked.length - 1; i >= decisions.length; i--) {
      const other = explore([...decisions, ...choices.asked.slice(decisions.length, i).map(() => true), false]);
      path = joined(machine, choices.asked[i] as Expression, path, other);
    }
    return path;
  };
  const { value, writes } = explore([]);
  machine.journal.redo(writes);
  if (!value) throw new Raised('every path raises');
  return value;
}

/** Of what a path writes, only cells that were there before matter after it. */
function attempted(machine: Machine, mark: number, run: () => Value): Path {
  const { result, writes } = machine.journal.attempt(() => {
    try {
      return run();
    } catch (error) {
      if (error instanceof Raised) return null;
      throw error;
    }
  });
  return { value: result, writes: new Map([...writes].filter(([cell]) => cell.id < mark)) };
}

function joined(machine: Machine, condition: Expression, yes: Path, no: Path): Path {
  if (!yes.value || !no.value) return yes.value ? yes : no;
  const { writes } = machine.journal.attempt(() => join(machine, condition, yes.writes, no.writes));
  return { value: choose(machine, condition, yes.value, no.value), writes };
}

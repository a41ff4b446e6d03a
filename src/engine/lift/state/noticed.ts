import { ShapeError } from '../../numerics/signature';
import { demandCount } from '../inputs/demand-count';
import type { Machine } from '../machine';
import { NothingThere, OutOfSteps, Raised, UnknownCount, Unreadable } from './unreadable';

/**
 * Why something was not read, if the error says that; null for any other error. What the error tells of the shapes and of
 * the parameters is noted for the next reading.
 Gives a reading up that has become worse than another one.
 */
export function noticed(machine: Machine, error: unknown): string | null {
  if (error instanceof ShapeError || error instanceof Unreadable || error instanceof Raised) machine.trace.doubt();
  if (error instanceof ShapeError) {
    const { breach } = machine.graph;
    machine.trace.problem(error.message, breach?.error === error ? breach : null);
    widthsIn(error.message).forEach((width) => machine.inputs.widths.add(width));
  }
  if (machine.trace.hopeless && machine.inputs.positions.size === 0) throw new OutOfSteps('another reading breaks fewer rules');
  if (error instanceof UnknownCount) demandCount(machine.inputs, error.value, error.what);
  if (error instanceof NothingThere) machine.inputs.demandGiven(error.value);
  if (error instanceof Raised && machine.trace.forgives) return forgiven(machine, error);
  return error instanceof ShapeError || error instanceof Unreadable ? error.message : null;
}

/** Wider than any axis that is tried; an axis of the code's own. */
const WIDE = 8;
const WIDEST = 1024;

/** The last axes of two shapes that do not fit, where one is as wide as only the code can have made it. */
function widthsIn(message: string): number[] {
  const ends = /(\d+)\) and \((?:.*, )?(\d+)\)|sizes (\d+) and (\d+) do not match/.exec(message)?.slice(1) ?? [];
  return ends.map(Number).filter((width) => width > WIDE && width <= WIDEST);
}

function forgiven(machine: Machine, error: Raised): string {
  machine.trace.problem(error.message);
  return `raises: ${error.message}`;
}

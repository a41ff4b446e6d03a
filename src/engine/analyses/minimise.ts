import { accepts, type Input } from './inputs';
import type { Assignment } from './candidates';
import type { Failure } from './hazard';
import type { Replay } from './replay';

/**
 * The same failure on plainer inputs: every input that is not the same all over is tried at 1, at 0, and at the values it
 * has, as long as the inputs are admitted and the same operation stays to blame for the same kind of break.
 */
export function minimised(
  failure: Failure,
  inputs: readonly Input[],
  replay: Replay,
  admits: (assignment: Assignment) => boolean,
): Failure {
  let plainest = failure;
  for (const [index, input] of inputs.entries()) {
    const values = plainest.assignment[index] ?? new Float64Array();
    if (isUniform(values) || input.quantity === 'simplex') continue;
    plainest = firstAlike([...uniformTrials(input, values, index, plainest.assignment)].filter(admits), plainest, replay);
  }
  return plainest;
}

function isUniform(values: Float64Array): boolean {
  return values.every((v) => v === values[0]);
}

function* uniformTrials(input: Input, values: Float64Array, index: number, assignment: Assignment): Generator<Assignment> {
  const tried = [...new Set([1, 0, ...values.subarray(0, 4)])].filter((v) => accepts(input, v));
  for (const value of tried) yield assignment.map((given, i) => (i === index ? new Float64Array(values.length).fill(value) : given));
}

function firstAlike(trials: Iterable<Assignment>, known: Failure, replay: Replay): Failure {
  for (const trial of trials) {
    const failure = replay.failure(trial);
    if (failure && isAlike(failure, known)) return failure;
  }
  return known;
}

function isAlike(a: Failure, b: Failure): boolean {
  return (
    a.blame.node === b.blame.node &&
    a.blame.phase === b.blame.phase &&
    a.breaks === b.breaks &&
    Number.isNaN(a.blame.got) === Number.isNaN(b.blame.got)
  );
}

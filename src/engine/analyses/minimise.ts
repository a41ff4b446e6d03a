import { inOrder } from '../ir/expression';
import { accepts, type Input } from './inputs';
import { type Assignment, isContinuous } from './candidates';
import type { Failure } from './hazard';
import type { Replay } from './replay';

/**
 * The same failure on plainer inputs: every input that is not the same all over is tried at 1, at 0, and at the values it
 * has, and every one that the operation to blame does not take is tried at 1, as long as the inputs are admitted and the
 * same operation stays to blame for the same kind of break.
 */
export function minimised(
  failure: Failure,
  inputs: readonly Input[],
  replay: Replay,
  admits: (assignment: Assignment) => boolean,
): Failure {
  let plainest = failure;
  const taken = new Set(inOrder(failure.blame.node));
  for (const [index, input] of inputs.entries()) {
    const values = plainest.assignment[index] ?? new Float64Array();
    const aside = !taken.has(input.node) && input.quantity !== 'held';
    if (input.quantity === 'simplex' || isContinuous(input) || (isUniform(values) && (!aside || isPlain(values)))) continue;
    const tried = isUniform(values) ? [1, 0.5] : [1, 0, ...values.subarray(0, 4)];
    plainest = firstAlike([...uniformTrials(input, tried, index, plainest.assignment)].filter(admits), plainest, replay);
  }
  return plainest;
}

function isUniform(values: Float64Array): boolean {
  return values.every((v) => v === values[0]);
}

/** A value that nobody stops at: neither nothing nor large. */
function isPlain([value = 1]: Float64Array): boolean {
  return value > 0 && value <= 1;
}

function* uniformTrials(input: Input, tried: readonly number[], index: number, assignment: Assignment): Generator<Assignment> {
  const accepted = [...new Set(tried)].filter((v) => accepts(input, v));
  for (const value of accepted) yield assignment.map((given, i) => (i === index ? new Float64Array(given.length).fill(value) : given));
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
    Number.isNaN(a.blame.got) === Number.isNaN(b.blame.got) &&
    a.outcome.value.some(Number.isNaN) === b.outcome.value.some(Number.isNaN)
  );
}

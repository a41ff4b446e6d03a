import { ShapeError, type Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Stands for the logarithm of 0 in sums that must stay finite. */
const NEVER = -1e30;

/** What the labels of a connectionist temporal classification are. */
export interface CtcLabels<E> {
  /** Class indices, (N, S). */
  readonly labels: E;
  /** Lengths of the rows of the labels, (N); null: all of them. */
  readonly labelLengths: E | null;
  /** Lengths of the sequences, (N); null: all of them. */
  readonly lengths: E | null;
  readonly blank: number;
}

/** -log of the probability of the labels under log-probabilities (T, N, C), one for each sequence, by the forward recursion. */
export function ctcForward<E extends Signature>(k: Kit<E>, logs: E, { labels, labelLengths, lengths, blank }: CtcLabels<E>): E {
  const [steps = 0, count = 1, classes = 1] = logs.shape;
  const [rows, longest = 0] = labels.shape;
  if (logs.shape.length !== 3 || labels.shape.length !== 2 || rows !== count || steps === 0)
    throw new ShapeError('log-probabilities must be (T, N, C), labels (N, S)');
  const states = 2 * longest + 1;
  const path = withBlanks(k, labels, blank < 0 ? blank + classes : blank);
  const wide = k.op('broadcast_to', [k.unsqueeze(path, 0)], { shape: [steps, count, states] });
  const emitted = k.op('gather', [logs, wide], { axis: 2 });
  const at = (t: number): E => k.op('reshape', [k.slice(emitted, 0, t, t + 1)], { shape: [count, states] });
  const jump =
    states < 3 ? null : k.op('where', [k.op('not_equal', [k.slice(path, 1, 2, states), k.slice(path, 1, 0, states - 2)]), 0, NEVER]);
  let alpha = k.add(at(0), k.list(Array.from({ length: states }, (_, s) => (s < 2 ? 0 : NEVER))));
  for (let t = 1; t < steps; t++) {
    const next = k.add(advanced(k, alpha, jump), at(t));
    alpha = lengths ? k.op('where', [k.unsqueeze(k.op('greater', [lengths, k.constant(t, 'int')]), 1), next, alpha]) : next;
  }
  return finished(k, alpha, labelLengths, longest);
}

/** The labels with a blank before, between and behind them. */
function withBlanks<E extends Signature>(k: Kit<E>, labels: E, blank: number): E {
  const [count = 1, longest = 0] = labels.shape;
  const blanks = k.op('broadcast_to', [k.constant(blank, 'int')], { shape: [count, longest] });
  const pairs = k.op('reshape', [k.op('stack', [blanks, labels], { axis: 2 })], { shape: [count, 2 * longest] });
  return k.op('concatenate', [pairs, k.op('broadcast_to', [k.constant(blank, 'int')], { shape: [count, 1] })], { axis: 1 });
}

/** The scores of all states after one step without an emission: stay, go on, or pass over a blank. */
function advanced<E extends Signature>(k: Kit<E>, alpha: E, jump: E | null): E {
  const [, states = 1] = alpha.shape;
  const shifted = (from: E, by: number): E =>
    k.op('pad', [k.slice(from, 1, 0, states - by)], {
      widths: [
        [0, 0],
        [by, 0],
      ],
      mode: 'constant',
      value: NEVER,
    });
  const on = states < 2 ? alpha : k.op('logaddexp', [alpha, shifted(alpha, 1)]);
  if (!jump) return on;
  const over = k.op('pad', [k.add(k.slice(alpha, 1, 0, states - 2), jump)], {
    widths: [
      [0, 0],
      [2, 0],
    ],
    mode: 'constant',
    value: NEVER,
  });
  return k.op('logaddexp', [on, over]);
}

function finished<E extends Signature>(k: Kit<E>, alpha: E, lengths: E | null, longest: number): E {
  const [count = 1, states = 1] = alpha.shape;
  const flat = (x: E): E => k.op('reshape', [x], { shape: [count] });
  if (!lengths) {
    const last = flat(k.slice(alpha, 1, states - 1, states));
    return k.negative(longest === 0 ? last : k.op('logaddexp', [last, flat(k.slice(alpha, 1, states - 2, states - 1))]));
  }
  const whole = (x: number): E => k.constant(x, 'int');
  const end = k.unsqueeze(k.multiply(lengths, whole(2)), 1);
  const last = flat(k.op('gather', [alpha, end], { axis: 1 }));
  const before = flat(k.op('gather', [alpha, k.op('maximum', [k.subtract(end, whole(1)), whole(0)])], { axis: 1 }));
  return k.negative(k.op('logaddexp', [last, k.op('where', [k.op('greater', [lengths, whole(0)]), before, NEVER])]));
}

/** Whether the labels cannot be reached at all. */
export function unreachable<E extends Signature>(k: Kit<E>, losses: E): E {
  return k.op('greater', [losses, -NEVER / 10]);
}

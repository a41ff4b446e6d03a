import { ShapeError, type Signature } from '../../../numerics/signature';
import { composite } from '../composite';
import type { Kit } from '../kit';
import { ctcForward, unreachable } from './ctc-forward';

/**
 * `torch.nn.functional.ctc_loss`. Its kernel differentiates as if the log-probabilities came straight from a log-softmax, so that
 * their exponentials join the gradient.
 */
export const ctc = composite(
  'ctc',
  'Connectionist temporal classification.',
  "input, target, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False",
  (k) => {
    const given = k.tensor('input');
    const single = given.shape.length === 2;
    const logs = single ? k.unsqueeze(given, 1) : given;
    const lengths = column(k, 'input_lengths');
    const labelLengths = column(k, 'target_lengths');
    const count = logs.shape[1] ?? 1;
    if ([lengths, labelLengths].some(({ shape }) => shape.join() !== `${count}`))
      throw new ShapeError('a length for each sequence is needed');
    const labels = labelsOf(k, labelLengths, count);
    const losses = ctcForward(k, logs, { labels, labelLengths, lengths, blank: k.number('blank', 0) });
    const masses = masked(k, k.sum(k.op('exp', [logs]), [2]), lengths);
    const bound = k.op('surrogate', [losses, k.add(losses, masses)]);
    const kept = k.op('where', [unreachable(k, losses), k.flag('zero_infinity') ? 0 : Infinity, bound]);
    if ((k.word('reduction') ?? 'mean') === 'mean') return k.mean(k.divide(kept, k.op('maximum', [k.op('to_float', [labelLengths]), 1])));
    const reduced = k.reduce(kept);
    return single && reduced.shape.length === 1 ? k.op('reshape', [reduced], { shape: [] }) : reduced;
  },
);

/** Lengths as a row, whether they are a tensor, a list or one number. */
function column<E extends Signature>(k: Kit<E>, name: string): E {
  const lengths = k.whole(name);
  return lengths.shape.length === 0 ? k.op('reshape', [lengths], { shape: [1] }) : lengths;
}

/** The labels of each sequence in a row of its own; in one row they come one after the other. */
function labelsOf<E extends Signature>(k: Kit<E>, lengths: E, count: number): E {
  const target = k.whole('target');
  if (target.shape.length === 2) return target;
  if (target.shape.length !== 1) throw new ShapeError('labels must have one axis or two');
  const total = target.shape[0] ?? 0;
  if (count === 1) return k.unsqueeze(target, 0);
  const ends = k.op('cumsum', [lengths], { axis: 0 });
  const starts = k.unsqueeze(k.subtract(ends, lengths), 1);
  const places = k.add(
    starts,
    k.list(
      Array.from({ length: total }, (_, i) => i),
      'int',
    ),
  );
  return k.op('take', [target, k.op('minimum', [places, k.constant(total - 1, 'int')])], { axis: 0 });
}

/** The sum over the steps that a sequence has. */
function masked<E extends Signature>(k: Kit<E>, perStep: E, lengths: E): E {
  const steps = k.unsqueeze(
    k.list(
      Array.from({ length: perStep.shape[0] ?? 0 }, (_, t) => t),
      'int',
    ),
    1,
  );
  return k.sum(k.op('where', [k.op('less', [steps, k.unsqueeze(lengths, 0)]), perStep, 0]), [0]);
}

import type { Signature } from '../../../numerics/signature';
import { composite } from '../composite';
import type { Kit } from '../kit';

/** `optax.ctc_loss`: logits (N, T, C), labels (N, S), paddings of both; blanks and emissions are two rows of scores. */
export const optaxCtc = composite(
  'optax_ctc',
  'Connectionist temporal classification on padded logits.',
  'input, logit_paddings, target, label_paddings, blank_id=0, log_epsilon=-1e5',
  (k) => {
    const paddings = k.tensor('logit_paddings');
    type E0 = typeof paddings;
    const labels = k.whole('target');
    const [count = 1, longest = 0] = labels.shape;
    const logs = k.op('log_softmax', [k.tensor('input')], { axis: 2 });
    const [, steps = 0, classes = 1] = logs.shape;
    const never = k.number('log_epsilon', -1e5);
    const blank = k.number('blank_id', 0);
    const hot = k.op('to_float', [k.op('one_hot', [labels], { classes })]);
    const emits = k.op('einsum', [logs, hot], { equation: 'btk,bnk->btn' });
    const row = (x: E0, t: number) => k.op('reshape', [k.slice(x, 1, t, t + 1)], { shape: [count, x.shape[2] ?? 1] });
    const repeats = repeatsOf(k, labels);
    let phi = k.multiply(later(k, count, longest + 1), never);
    let emit = k.op('broadcast_to', [k.expression(never)], { shape: [count, longest] });
    for (let t = 0; t < steps; t++) {
      const blanks = k.slice(row(logs, t), 1, blank, blank + 1);
      const from = raised(k, phi, k.add(emit, k.multiply(never, repeats)));
      const said = row(emits, t);
      const next = k.op('logaddexp', [k.add(k.slice(from, 1, 0, longest), said), k.add(emit, said)]);
      const waited = raised(k, k.add(from, blanks), k.add(k.add(emit, blanks), k.multiply(never, k.subtract(1, repeats))));
      const pad = k.slice(paddings, 1, t, t + 1);
      const mixed = (before: E0, after: E0) => k.add(k.multiply(pad, before), k.multiply(k.subtract(1, pad), after));
      emit = mixed(emit, next);
      phi = mixed(phi, waited);
    }
    const lengths = k.subtract(k.constant(longest, 'int'), k.op('to_int', [k.sum(k.tensor('label_paddings'), [1])]));
    const chosen = k.op('to_float', [k.op('one_hot', [lengths], { classes: longest + 1 })]);
    return k.negative(k.sum(k.multiply(raised(k, phi, emit), chosen), [1]));
  },
);

/** 0 in the first column, 1 in the others. */
function later<E extends Signature>(k: Kit<E>, count: number, width: number): E {
  return k.op('broadcast_to', [k.list(Array.from({ length: width }, (_, i) => (i === 0 ? 0 : 1)))], { shape: [count, width] });
}

/** 1 where a label is the same as the next one. */
function repeatsOf<E extends Signature>(k: Kit<E>, labels: E): E {
  const longest = labels.shape[1] ?? 1;
  const same = k.op('equal', [k.slice(labels, 1, 0, longest - 1), k.slice(labels, 1, 1, longest)]);
  return k.op('pad', [k.op('to_float', [same])], {
    widths: [
      [0, 0],
      [0, 1],
    ],
    mode: 'constant',
    value: 0,
  });
}

/** Scores of the blanks, raised by what comes from the emissions before them. */
function raised<E extends Signature>(k: Kit<E>, phi: E, added: E): E {
  const width = phi.shape[1] ?? 1;
  return k.op('concatenate', [k.slice(phi, 1, 0, 1), k.op('logaddexp', [k.slice(phi, 1, 1, width), added])], { axis: 1 });
}

import { reduced } from './reduced';
import { composite } from '../composite';

/** `keras.losses.circle`. */
export const kerasCircle = composite(
  'keras_circle',
  'The circle loss of embeddings with labels.',
  'input, target, ref_labels=None, ref_embeddings=None, remove_diagonal=True, gamma=80, margin=0.4, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const target = k.op('to_int', [k.tensor('target')]);
    const others = k.optional('ref_embeddings') ?? input;
    const labels = k.isGiven('ref_labels') ? k.whole('ref_labels') : target;
    const flat = (x: typeof target) => k.op('reshape', [x], { shape: [x.shape.reduce((product, size) => product * size, 1)] });
    const margin = k.number('margin', 0.4);
    const gamma = k.number('gamma', 80);
    const apart = k.op('maximum', [k.subtract(1, k.op('matmul', [input, k.op('transpose', [others], { axes: [1, 0] })])), 0]);
    const same = k.op('equal', [k.unsqueeze(flat(target), 1), k.unsqueeze(flat(labels), 0)]);
    const count = input.shape[0] ?? 1;
    const self = k.op(
      'one_hot',
      [
        k.list(
          Array.from({ length: count }, (_, i) => i),
          'int',
        ),
      ],
      { classes: others.shape[0] ?? 1 },
    );
    const positive = k.flag('remove_diagonal') ? k.op('logical_and', [same, k.op('equal', [self, 0])]) : same;
    const negative = k.op('logical_not', [same]);
    const pull = k.op('maximum', [k.multiply(k.add(margin, apart), k.op('to_float', [positive])), 0]);
    const push = k.op('maximum', [k.multiply(k.subtract(1 + margin, apart), k.op('to_float', [negative])), 0]);
    const near = k.multiply(k.multiply(-gamma, pull), k.subtract(margin, apart));
    const far = k.multiply(k.multiply(gamma, push), k.subtract(1 - margin, apart));
    const total = (mask: typeof same, x: typeof near) =>
      k.op('logsumexp', [k.op('where', [mask, x, -Infinity])], { axes: [1], keepdims: false });
    const losses = k.op('softplus', [k.add(total(positive, near), total(negative, far))]);
    return reduced(k, losses, k.op('greater', [losses, 0]));
  },
);

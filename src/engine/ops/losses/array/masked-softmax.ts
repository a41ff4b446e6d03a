import { composite } from '../composite';

/** `jax.nn.softmax` and `log_softmax` with `where=`: of the elements where the mask holds. */
export const maskedSoftmax = composite(
  'masked_softmax',
  'Softmax of some elements.',
  'input, axis=-1, where=None, logarithm=False',
  (k) => {
    const x = k.tensor('input');
    const axis = k.axis('axis', -1, x.shape.length);
    const op = k.flag('logarithm') ? 'log_softmax' : 'softmax';
    const where = k.optional('where');
    if (!where) return k.op(op, [x], { axis });
    const kept = k.op(op, [k.op('where', [where, x, -Infinity])], { axis });
    return k.op('where', [where, kept, k.flag('logarithm') ? -Infinity : 0]);
  },
);

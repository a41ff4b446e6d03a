import { composite } from '../composite';

/** `optax.triplet_margin_loss`. */
export const optaxTripletMargin = composite(
  'optax_triplet_margin',
  'A hinge on how much nearer the positive is than the negative.',
  'anchor, positive, negative, axis=-1, p=2, margin=1.0, eps=1e-6',
  (k) => {
    const anchor = k.tensor('anchor');
    const axes = k.axes('axis', -1, anchor.shape.length);
    const degree = k.number('p', 2);
    const distance = (other: string) => {
      const powers = k.op('power', [k.subtract(anchor, k.tensor(other)), degree]);
      return k.op('power', [k.add(k.sum(powers, axes), k.tensor('eps')), 1 / degree]);
    };
    return k.op('maximum', [k.add(k.subtract(distance('positive'), distance('negative')), k.tensor('margin')), 0]);
  },
);

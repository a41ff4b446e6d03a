import { composite } from '../composite';
import { distance } from './distance';

/** `torch.nn.functional.triplet_margin_loss`. */
export const tripletMargin = composite(
  'triplet_margin',
  'A hinge on how much nearer the positive is than the negative.',
  "anchor, positive, negative, margin=1.0, p=2.0, eps=1e-6, swap=False, reduction='mean'",
  (k) => {
    const [anchor, positive, negative] = [k.tensor('anchor'), k.tensor('positive'), k.tensor('negative')];
    const near = distance(k, anchor, positive);
    const direct = distance(k, anchor, negative);
    const far = k.flag('swap') ? k.op('minimum', [direct, distance(k, positive, negative)]) : direct;
    return k.reduce(k.atLeastZero(k.subtract(k.add(k.tensor('margin'), near), far)));
  },
);

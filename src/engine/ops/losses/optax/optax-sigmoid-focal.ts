import { composite } from '../composite';
import { binaryLogits } from './binary-logits';

/** `optax.sigmoid_focal_loss`. */
export const optaxSigmoidFocal = composite(
  'optax_sigmoid_focal',
  'Binary cross-entropy of logits, easy examples weighed down.',
  'input, target, alpha=None, gamma=2.0',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const wrong = k.subtract(1, target);
    const yes = k.multiply(wrong, k.op('exp', [k.op('log_sigmoid', [input])]));
    const no = k.multiply(target, k.op('exp', [k.op('log_sigmoid', [k.negative(input)])]));
    const focus = k.op('exp', [k.multiply(k.tensor('gamma'), k.op('log', [k.add(yes, no)]))]);
    const loss = k.multiply(binaryLogits(k, input, target), focus);
    const alpha = k.optional('alpha');
    if (!alpha) return loss;
    return k.multiply(k.add(k.multiply(alpha, target), k.multiply(k.subtract(1, alpha), wrong)), loss);
  },
);

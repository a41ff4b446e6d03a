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
    const [yes, no] = [k.op('log_sigmoid', [input]), k.op('log_sigmoid', [k.negative(input)])];
    const kept = (weight: typeof input, log: typeof input) => k.op('where', [k.op('equal', [weight, 0]), -Infinity, log]);
    const [first, second] = [kept(wrong, yes), kept(target, no)];
    const top = k.op('stop_gradient', [k.op('maximum', [first, second])]);
    const share = (weight: typeof input, log: typeof input) => k.multiply(weight, k.op('exp', [k.subtract(log, top)]));
    const missed = k.add(k.op('log', [k.add(share(wrong, first), share(target, second))]), top);
    const focus = k.op('exp', [k.multiply(k.tensor('gamma'), missed)]);
    const loss = k.multiply(binaryLogits(k, input, target), focus);
    const alpha = k.optional('alpha');
    if (!alpha) return loss;
    return k.multiply(k.add(k.multiply(alpha, target), k.multiply(k.subtract(1, alpha), wrong)), loss);
  },
);

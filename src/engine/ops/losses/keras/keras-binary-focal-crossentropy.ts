import { composite } from '../composite';
import { binaryCrossEntropy } from './binary-cross-entropy';
import { reduced } from './reduced';
import { smoothed } from './smoothed';

/** `keras.losses.binary_focal_crossentropy`; the cross-entropy itself is taken of the logits where they are given. */
export const kerasBinaryFocalCrossentropy = composite(
  'keras_binary_focal_crossentropy',
  'Binary cross-entropy, easy examples weighed down.',
  'input, target, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, reduction=None, sample_weight=None',
  (k) => {
    const target = smoothed(k, k.tensor('target'), 2);
    const input = k.flag('from_logits') ? k.op('sigmoid', [k.tensor('input')]) : k.tensor('input');
    const other = k.subtract(1, target);
    const own = k.add(k.multiply(target, input), k.multiply(other, k.subtract(1, input)));
    const focus = k.op('power', [k.subtract(1, own), k.tensor('gamma')]);
    const focal = k.multiply(focus, binaryCrossEntropy(k, k.tensor('input'), target));
    const alpha = k.tensor('alpha');
    const weight = k.add(k.multiply(target, alpha), k.multiply(other, k.subtract(1, alpha)));
    const losses = k.flag('apply_class_balancing') ? k.multiply(weight, focal) : focal;
    return reduced(k, k.mean(losses, k.axes('axis', -1, input.shape.length)));
  },
);

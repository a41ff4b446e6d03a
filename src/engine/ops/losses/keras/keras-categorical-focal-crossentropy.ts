import { composite } from '../composite';
import { clippedShares } from './categorical-cross-entropy';
import { reduced } from './reduced';
import { smoothed } from './smoothed';

/** `keras.losses.categorical_focal_crossentropy`. */
export const kerasCategoricalFocalCrossentropy = composite(
  'keras_categorical_focal_crossentropy',
  'Cross-entropy with a target distribution, easy examples weighed down.',
  'input, target, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, reduction=None, sample_weight=None',
  (k) => {
    const given = k.tensor('input');
    const labels = k.tensor('target');
    const axis = k.axis('axis', -1, given.shape.length);
    const target = smoothed(k, labels, labels.shape[labels.shape.length - 1] ?? 1);
    const input = clippedShares(k, k.flag('from_logits') ? k.op('softmax', [given], { axis }) : given, axis);
    const entropy = k.multiply(k.negative(target), k.op('log', [input]));
    const focus = k.multiply(k.op('power', [k.subtract(1, input), k.tensor('gamma')]), k.tensor('alpha'));
    return reduced(k, k.sum(k.multiply(focus, entropy), [axis]));
  },
);

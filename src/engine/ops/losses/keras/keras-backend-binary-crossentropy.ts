import { composite } from '../composite';
import { sigmoidCrossEntropy } from '../tensorflow/sigmoid-cross-entropy';
import { EPSILON } from './epsilon';

/** `binary_crossentropy` of the old `keras.backend`. */
export const kerasBackendBinaryCrossentropy = composite(
  'keras_backend_binary_crossentropy',
  'Binary cross-entropy of each element, with an epsilon inside the logarithms too.',
  'input, target, from_logits=False',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    if (k.flag('from_logits')) return sigmoidCrossEntropy(k, input, target);
    const clipped = k.op('clip', [input, EPSILON, 1 - EPSILON]);
    const yes = k.multiply(target, k.op('log', [k.add(clipped, EPSILON)]));
    const no = k.multiply(k.subtract(1, target), k.op('log', [k.add(k.subtract(1, clipped), EPSILON)]));
    return k.negative(k.add(yes, no));
  },
);

import { composite } from '../composite';

/** `optax.smooth_labels`. */
export const smoothLabels = composite(
  'smooth_labels',
  'A label distribution, mixed with the uniform one.',
  'input, alpha, axis=-1',
  (k) => {
    const labels = k.tensor('input');
    const alpha = k.tensor('alpha');
    const classes = labels.shape[k.axis('axis', -1, labels.shape.length)] ?? 1;
    return k.add(k.multiply(k.subtract(1, alpha), labels), k.divide(alpha, classes));
  },
);

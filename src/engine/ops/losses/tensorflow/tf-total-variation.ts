import { composite } from '../composite';

/** `tf.image.total_variation`. */
export const tfTotalVariation = composite('tf_total_variation', 'Sum of the absolute differences of neighbouring pixels.', 'input', (k) => {
  const input = k.tensor('input');
  const axis = input.shape.length - 3;
  const axes = [axis, axis + 1, axis + 2];
  const along = (at: number) => {
    const size = input.shape[at] ?? 1;
    return k.sum(k.op('abs', [k.subtract(k.slice(input, at, 1, size), k.slice(input, at, 0, size - 1))]), axes);
  };
  return k.add(along(axis), along(axis + 1));
});

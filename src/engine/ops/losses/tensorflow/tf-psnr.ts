import { composite } from '../composite';

/** `tf.image.psnr`. */
export const tfPsnr = composite('tf_psnr', 'Peak signal-to-noise ratio of images.', 'input, target, max_val', (k) => {
  const input = k.tensor('input');
  const axes = input.shape.map((_, axis) => axis).slice(-3);
  const error = k.mean(k.op('square', [k.subtract(input, k.tensor('target'))]), axes);
  const peak = k.number('max_val', 1);
  return k.subtract((20 * Math.log(peak)) / Math.log(10), k.multiply(10 / Math.log(10), k.op('log', [error])));
});

import { similarity } from './similarity';
import { composite } from '../composite';

/** `tf.image.ssim`: a Gaussian window on every channel of its own, averaged over places and channels. */
export const tfSsim = composite(
  'tf_ssim',
  'Structural similarity of images.',
  'input, target, max_val, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03',
  (k) => {
    const { luminance, structure } = similarity(k, k.tensor('input'), k.tensor('target'));
    return k.mean(
      k.mean(
        k.multiply(luminance, structure),
        [-3, -2].map((axis) => luminance.shape.length + axis),
      ),
      [luminance.shape.length - 3],
    );
  },
);

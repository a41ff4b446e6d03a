import { renamed, spell, type Spellings } from '../spell';

const PLAIN = 'input, name=None';
const SIZED = 'input_tensor, fft_length=None, name=None';

/** `tensorflow.signal`. */
export const TF_SIGNAL: Spellings = {
  ...one('fft', false),
  ...one('ifft', true),
  ...renamed('rfft=lift:rfft irfft=lift:irfft', SIZED, 'x=input_tensor size=fft_length last:1'),
  ...renamed('rfft2d=lift:rfft irfft2d=lift:irfft', SIZED, 'x=input_tensor size=fft_length last:2'),
  fftshift: spell('lift:fft_shift', 'x, axes=None, name=None'),
  ifftshift: spell('lift:fft_shift', 'x, axes=None, name=None', 'inverse:true'),
  ...Object.fromEntries(
    ['hann', 'hamming'].map((name) => [
      `${name}_window`,
      spell('lift:window', 'window_length, periodic=True, dtype=None, name=None', `length=window_length name:"${name}" odd:true`),
    ]),
  ),
};

/** A transform in one, two and three axes. */
function one(name: string, inverse: boolean): Spellings {
  return Object.fromEntries(
    ['', '2d', '3d'].map((suffix, i) => [
      `${name}${suffix}`,
      spell('lift:fft', PLAIN, `x=input last:${i + 1}${inverse ? ' inverse:true' : ''}`),
    ]),
  );
}

/** Parts of complex arrays in `tensorflow.math`. */
export const TF_COMPLEX: Spellings = {
  ...renamed('real=lift:real imag=lift:imag angle=lift:angle', PLAIN, 'x=input'),
  conj: spell('lift:conj', 'x, name=None'),
};

import { renamed, spell, type Spellings } from '../spell';

const ONE = 'a, n=None, axis=-1, norm=None, out=None';
const TWO = 'a, s=None, axes=(-2, -1), norm=None, out=None';
const MANY = 'a, s=None, axes=None, norm=None, out=None';
const ONE_AXIS = 'x=a size=n axes=axis';
const AXES = 'x=a size=s';

/** `numpy.fft`, which `jax.numpy.fft` and `scipy.fft` spell alike. */
export const ARRAY_FFT: Spellings = {
  ...renamed('fft=lift:fft rfft=lift:rfft irfft=lift:irfft', ONE, ONE_AXIS),
  ifft: spell('lift:fft', ONE, `${ONE_AXIS} inverse:true`),
  ...renamed('fft2=lift:fft rfft2=lift:rfft irfft2=lift:irfft', TWO, AXES),
  ifft2: spell('lift:fft', TWO, `${AXES} inverse:true`),
  ...renamed('fftn=lift:fft rfftn=lift:rfft irfftn=lift:irfft', MANY, AXES),
  ifftn: spell('lift:fft', MANY, `${AXES} inverse:true`),
  fftshift: spell('lift:fft_shift', 'x, axes=None'),
  ifftshift: spell('lift:fft_shift', 'x, axes=None', 'inverse:true'),
  fftfreq: spell('lift:fft_frequencies', 'n, d=1.0, *, device=None'),
  rfftfreq: spell('lift:fft_frequencies', 'n, d=1.0, *, device=None', 'half:true'),
};

/** Parts of complex arrays. */
export const ARRAY_COMPLEX: Spellings = {
  ...renamed('real=lift:real imag=lift:imag', 'val', 'x=val'),
  ...renamed('conj=lift:conj conjugate=lift:conj', 'x'),
  angle: spell('lift:angle', 'z', 'x=z'),
  ...renamed('iscomplexobj=lift:is_complex', 'x'),
  ...Object.fromEntries(
    [
      ['hanning', 'hann'],
      ['hamming', 'hamming'],
      ['blackman', 'blackman'],
      ['bartlett', 'bartlett'],
    ].map(([name = '', window]) => [name, spell('lift:window', 'M', `length=M name:"${window}" periodic:false`)]),
  ),
};

/** Parts of complex arrays, read without a call. */
export const ARRAY_COMPLEX_PROPERTIES: Spellings = renamed('real=lift:real imag=lift:imag', 'self', 'x=self');

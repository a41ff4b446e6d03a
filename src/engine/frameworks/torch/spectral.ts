import { renamed, spell, type Spellings } from '../spell';

const ONE = 'input, n=None, dim=-1, norm=None, *, out=None';
const TWO = 'input, s=None, dim=(-2, -1), norm=None, *, out=None';
const MANY = 'input, s=None, dim=None, norm=None, *, out=None';
const ONE_AXIS = 'x=input size=n axes=dim';
const AXES = 'x=input size=s axes=dim';

/** `torch.fft`. */
export const TORCH_FFT: Spellings = {
  ...renamed('fft=lift:fft rfft=lift:rfft irfft=lift:irfft', ONE, ONE_AXIS),
  ifft: spell('lift:fft', ONE, `${ONE_AXIS} inverse:true`),
  ...renamed('fft2=lift:fft rfft2=lift:rfft irfft2=lift:irfft', TWO, AXES),
  ifft2: spell('lift:fft', TWO, `${AXES} inverse:true`),
  ...renamed('fftn=lift:fft rfftn=lift:rfft irfftn=lift:irfft', MANY, AXES),
  ifftn: spell('lift:fft', MANY, `${AXES} inverse:true`),
  fftshift: spell('lift:fft_shift', 'input, dim=None', 'x=input axes=dim'),
  ifftshift: spell('lift:fft_shift', 'input, dim=None', 'x=input axes=dim inverse:true'),
  fftfreq: spell('lift:fft_frequencies', 'n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False'),
  rfftfreq: spell('lift:fft_frequencies', 'n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False', 'half:true'),
};

/** Functions of `torch` that take complex arrays apart and put them together; all but `complex` and `polar` are methods too. */
const PARTS: Spellings = {
  ...renamed('real=lift:real imag=lift:imag conj=lift:conj angle=lift:angle resolve_conj=lift:identity', 'input', 'x=input'),
};

const STFT =
  "input, n_fft, hop_length=None, win_length=None, window=None, center=True, pad_mode='reflect', normalized=False, onesided=None, return_complex=None";
const STFT_NAMES = 'x=input size=n_fft step=hop_length window_length=win_length mode=pad_mode complex=return_complex';

/** Complex numbers and spectra in `torch`. */
export const TORCH_COMPLEX: Spellings = {
  ...PARTS,
  complex: spell('lift:complex', 'real, imag, *, out=None', 'imaginary=imag'),
  polar: spell('lift:polar', 'abs, angle, *, out=None', 'size=abs'),
  ...renamed('view_as_real=lift:view_as_real view_as_complex=lift:view_as_complex is_complex=lift:is_complex', 'input', 'x=input'),
  stft: spell('lift:stft', STFT, STFT_NAMES),
};

/** The same as methods. */
export const TORCH_COMPLEX_METHODS: Spellings = {
  ...renamed('conj=lift:conj angle=lift:angle resolve_conj=lift:identity', 'input', 'x=input'),
  stft: spell('lift:stft', STFT, STFT_NAMES),
};

const OPTIONS = 'dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False';

/** Windows of `torch`. */
export const TORCH_WINDOWS: Spellings = Object.fromEntries(
  ['hann', 'hamming', 'blackman', 'bartlett'].map((name) => [
    `${name}_window`,
    spell('lift:window', `window_length, periodic=True, *, ${OPTIONS}`, `length=window_length name:"${name}"`),
  ]),
);

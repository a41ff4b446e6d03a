import { renamed, type Spellings } from '../spell';

/** `scipy.stats`, and what `jax.scipy.stats` has of it. */
export const NORMAL_DISTRIBUTION: Spellings = renamed(
  'norm.cdf=loss:normal_ndtr norm.logcdf=loss:normal_log_ndtr norm.logpdf=loss:normal_logpdf',
  'x, loc=0, scale=1',
  'value=x',
);

import { libraryRule } from '../library-rule';

/** A factorisation or an inverse of a matrix that may be nearly singular. */
export const choleskyNearSingular = libraryRule({
  name: 'cholesky-near-singular',
  severity: 'information',
  calls: /(^|\.)(cholesky|inv|inverse)$/,
  ops: ['inverse', 'cholesky'],
});

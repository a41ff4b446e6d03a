import { libraryRule } from '../library-rule';

/** A gradient through singular vectors or eigenvectors. */
export const svdEighDegenerate = libraryRule({
  name: 'svd-eigh-degenerate',
  severity: 'warning',
  calls: /(^|\.)(svd|eigh|eig)$/,
  unless: /compute_uv\s*=\s*False/,
  ofGradient: true,
});

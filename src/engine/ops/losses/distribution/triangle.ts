import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';

/** The lower triangle of a normal distribution of several variables: as given, or the Cholesky factor of its covariance. */
export function triangle<E extends Signature>(k: Kit<E>, prefix = ''): E {
  const given = k.optional(`${prefix}scale_tril`);
  const factor = given ?? k.op('cholesky', [k.tensor(`${prefix}covariance_matrix`)]);
  if (factor.shape.length !== 2) throw new Refused('a batch of covariances');
  return factor;
}

/** Logarithms of the elements on the diagonal. */
export function logDiagonal<E extends Signature>(k: Kit<E>, triangle: E): E {
  return k.op('log', [k.op('diagonal', [triangle], { offset: 0 })]);
}

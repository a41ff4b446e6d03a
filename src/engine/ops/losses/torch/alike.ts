import { ShapeError, type Signature } from '../../../numerics/signature';

/** Throws a {@link ShapeError} where a target has not the size of the input, which binary cross-entropies of torch ask for. */
export function alike(input: Signature, target: Signature): void {
  if (target.shape.join() !== input.shape.join()) throw new ShapeError('the target differs in size from the input');
}

import type { Expression } from '../../ir/expression';

/**
 * `tensor[mask]` has as many elements as the mask has truths, which nobody knows here. It is held at the mask's full size: chosen
 * elements in their places, the others replaced by the first chosen one, so that nothing is computed of an element that was
 * not chosen. `valid` tells which are which.
 */
export interface Selection {
  readonly valid: Expression;
  /** Axis of the node along which elements were chosen. */
  readonly axis: number;
  /** Set where the chosen elements come first, so that their places are those among the chosen. */
  readonly first?: true;
  /** Of positions: what tells the chosen ones of the selection that they are counted in, at its full size. */
  readonly within?: Expression;
}

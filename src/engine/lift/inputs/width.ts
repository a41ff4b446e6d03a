import type { NumberValue } from '../values/value';
import type { Inputs } from './inputs';

/** No axis that the code asks for is taken to be longer. */
const WIDEST = 1024;

/** The code asks whether an axis has a number of elements of its own. */
export function demandWidth(inputs: Inputs, one: NumberValue, other: NumberValue): void {
  if (one.counts === other.counts) return;
  const width = one.counts ? other : one;
  if (width.integer && width.node === null && width.value > 1 && width.value <= WIDEST) inputs.widths.add(width.value);
}

import { isLengthName } from '../roles/names';
import type { Value } from '../values/value';
import type { Inputs } from './inputs';
import { counterOf, largestOf } from './source';

/** The parameter that a value is must be a known integer, or the largest of its elements must. */
export function demandCount(inputs: Inputs, value: Value, what: string): void {
  const path = value.kind === 'free' ? value.path : value.kind === 'tensor' ? counterOf(value.cell.value) : null;
  if (path === null) return demandLargest(inputs, value, what);
  const several = value.kind === 'tensor' && (inputs.leaf(path)?.shape.length ?? 0) > 0;
  if (several && what === 'a bound of a slice') inputs.positions.add(path);
  else if (!several || !isLengthName(inputs.nameOf(path))) inputs.counted.set(path, what);
}

function demandLargest(inputs: Inputs, value: Value, what: string): void {
  const path = value.kind === 'tensor' ? largestOf(value.cell.value) : null;
  if (path === null) return;
  inputs.counted.set(path, what);
  inputs.positions.add(path.slice('max('.length, -1));
}

import type { Expression } from '../ir/expression';

/**
 * The masks of selections whose other places are filled with the first element that is selected: where none is, that is an
 * element outside of the selection, and no gradient is to be told of.
 */
export function filledSelections(order: readonly Expression[]): readonly Expression[] {
  const masks = order.flatMap(({ op, args: [, at] }) => (op === 'take' && at?.op === 'argmax' ? (at.args[0]?.args.slice(0, 1) ?? []) : []));
  return [...new Set(masks)].filter(({ kind }) => kind === 'bool');
}

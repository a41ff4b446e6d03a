/** Operations whose result holds the elements of their first operand, in their order, another order or a part of them. */
export const HANDED_ON: ReadonlySet<string> = new Set([
  'reshape',
  'transpose',
  'broadcast_to',
  'slice',
  'stop_gradient',
  'identity',
  'take',
  'to_float',
  'cast',
  'flip',
  'concatenate',
  'tile',
]);

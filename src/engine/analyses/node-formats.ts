import { type Expression, inOrder } from '../ir/expression';
import type { FormatName } from '../numerics/format';
import { tapeOf } from '../tape/compile';
import { slotFormats } from '../tape/slot-formats';

/** The format that each node of a body computes in, where float inputs have the working one: casts change it, operands promote. */
export function formatsIn(body: Expression, working: FormatName): (node: Expression) => FormatName {
  const names = slotFormats(tapeOf(body), working);
  const byNode = new Map(inOrder(body).map((node, slot) => [node, names[slot] ?? working]));
  return (node) => byNode.get(node) ?? working;
}

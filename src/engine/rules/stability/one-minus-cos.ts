import type { Expression } from '../../ir/expression';
import { precisionRule } from '../precision-rule';
import { complementOf, essence } from '../view';

/** 1 - cos, or one minus a cosine similarity, near a perfect match. */
export const oneMinusCos = precisionRule({
  name: 'one-minus-cos',
  severity: 'information',
  probe: 'near-zero',
  from: 0.01,
  matches(node) {
    const inner = complementOf(node);
    return inner !== null && isCosine(essence(inner));
  },
});

/** A cosine, or the product of two vectors that were divided by their lengths. */
function isCosine({ op, args: [x] }: Expression): boolean {
  if (op === 'cos' || op === 'cosine_similarity') return true;
  return op === 'sum' && x?.op === 'multiply' && x.args.every((factor) => factor.op === 'divide' && isLength(factor.args[1]));
}

function isLength(node: Expression | undefined): boolean {
  if (node?.op === 'broadcast_to' || node?.op === 'reshape' || node?.op === 'maximum') return isLength(node.args[0]);
  return node?.op === 'sqrt' || node?.op === 'norm';
}

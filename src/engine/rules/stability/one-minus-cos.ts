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
    return inner !== null && ['cos', 'cosine_similarity'].includes(essence(inner).op);
  },
});

import { hazardRule } from '../hazard-rule';
import { constantOf } from '../view';

/** x ** p with 0 < p < 1 at 0, or of a negative base. */
export const powFractional = hazardRule({
  name: 'pow-fractional',
  rank: 36,
  matches({ node, at }) {
    const exponent = node.args[1] ? constantOf(node.args[1]) : null;
    const isWhole = exponent !== null && exponent > 0 && Number.isInteger(exponent);
    return node.op === 'power' && !isWhole && (at[0] ?? 1) <= 0;
  },
});

import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';

/** log of an argument that can be negative: a nan whose slope stays finite. */
export const logNegative = hazardRule({
  name: 'log-negative',
  rank: 25,
  matches: ({ node, at }) => isLog(node) && (at[0] ?? 0) < (node.op === 'log1p' ? -1 : 0),
});

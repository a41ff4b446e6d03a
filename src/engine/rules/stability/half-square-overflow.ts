import { hazardRule } from '../hazard-rule';
import { isSquare } from '../view';

/** A squared error that leaves half precision. */
export const halfSquareOverflow = hazardRule({
  name: 'half-square-overflow',
  rank: 45,
  matches: ({ node, format, got }) => format === 'float16' && isSquare(node) && Math.abs(got) === Infinity,
});

import { hazardRule } from '../hazard-rule';
import { inFloat32 } from '../wider';
import type { Expression } from '../../ir/expression';
import { constantOf, isSquare } from '../view';

/** A squared error that leaves half precision. */
export const halfSquareOverflow = hazardRule({
  name: 'half-square-overflow',
  rank: 45,
  matches: ({ node, computedIn, got }) => computedIn === 'float16' && isSquared(node) && Math.abs(got) === Infinity,
  rewrite: inFloat32,
});

/** A square, and no higher power. */
function isSquared(node: Expression): boolean {
  return isSquare(node) && (node.op !== 'power' || (node.args[1] !== undefined && constantOf(node.args[1]) === 2));
}

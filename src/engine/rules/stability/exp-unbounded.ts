import { hazardRule } from '../hazard-rule';

const GROWING: readonly string[] = ['exp', 'exp2', 'expm1', 'sinh', 'cosh'];

/** exp of an expression without an upper bound. */
export const expUnbounded = hazardRule({
  name: 'exp-unbounded',
  rank: 10,
  matches: ({ node }) => GROWING.includes(node.op),
});

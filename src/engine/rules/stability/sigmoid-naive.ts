import { hazardRule } from '../hazard-rule';
import { isNaiveSigmoid } from '../softmax';

/** 1 / (1 + exp(-x)): right value, nan slope once exp overflows. */
export const sigmoidNaive = hazardRule({
  name: 'sigmoid-naive',
  rank: 60,
  matches: ({ node }, view) => isNaiveSigmoid(node) || view.downstream(node, 4).some((user) => isNaiveSigmoid(user)),
});

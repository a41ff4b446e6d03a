import { hazardRule } from '../hazard-rule';
import { isRatioOfScales } from '../scale-ratio';
import { isExponential } from '../softmax';
import { constantOf, elementsOf } from '../view';

/** exp of a difference of log-probabilities: an importance ratio. */
export const expLogratio = hazardRule({
  name: 'exp-logratio',
  rank: 40,
  always: 'warning',
  matches({ node, given }) {
    const inner = node.args[0] && elementsOf(node.args[0]);
    return (
      isExponential(node) && inner?.op === 'subtract' && inner.args.every((a) => constantOf(a) === null) && !isRatioOfScales(inner, given)
    );
  },
});

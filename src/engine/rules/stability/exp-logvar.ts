import { hazardRule } from '../hazard-rule';
import { isRatioOfScales } from '../scale-ratio';
import { isExponential } from '../softmax';
import { essence } from '../view';

/** exp of a log-variance that runs away. */
export const expLogvar = hazardRule({
  name: 'exp-logvar',
  rank: 38,
  always: 'warning',
  matches({ node, given }, view) {
    const inner = node.args[0] && essence(node.args[0]);
    if (isExponential(node) && isRatioOfScales(inner, given)) return true;
    if (!isExponential(node) || inner?.op !== 'parameter') return false;
    return view.downstream(inner, 3).some((user) => ['add', 'subtract'].includes(user.op) && user.args.some((a) => essence(a) === inner));
  },
});

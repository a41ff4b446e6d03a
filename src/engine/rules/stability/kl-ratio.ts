import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { elementsOf } from '../view';

/** p log(p / q), or p (log p - log q). */
export const klRatio = hazardRule({
  name: 'kl-ratio',
  rank: 61,
  matches({ node }, view) {
    const ratio = node.op === 'divide' ? node : elementsOf(node.args[0] ?? node);
    if (ratio.op === 'divide' && (node === ratio ? view.usersOf(node).some(isLog) : isLog(node)))
      return view
        .downstream(ratio, 4)
        .some(
          (user) => user.op === 'multiply' && user.args.some((a) => a !== ratio && elementsOf(a) === elementsOf(ratio.args[0] ?? ratio)),
        );
    if (!isLog(node)) return false;
    const differences = view.usersOf(node).filter((user) => user.op === 'subtract' && user.args.every((a) => isLog(elementsOf(a))));
    return differences.some((difference) => {
      const numerator = elementsOf(elementsOf(difference.args[0] ?? difference).args[0] ?? difference);
      return view.usersOf(difference).some((user) => user.op === 'multiply' && user.args.some((a) => elementsOf(a) === numerator));
    });
  },
});

import { hazardRule } from '../hazard-rule';
import { isRoot } from '../roots';
import { elementsOf, unguarded } from '../view';

/** sqrt of a difference that should not be negative. */
export const sqrtOfCancellation = hazardRule({
  name: 'sqrt-of-cancellation',
  rank: 35,
  matches({ node }) {
    const inner = node.args[0] && unguarded(elementsOf(node.args[0]));
    return (
      isRoot(node) &&
      (inner?.op === 'subtract' ||
        (inner?.op === 'add' && inner.args.some((a) => ['negative', 'subtract', 'multiply'].includes(elementsOf(a).op))))
    );
  },
});

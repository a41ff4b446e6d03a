import { hazardRule } from '../hazard-rule';
import { isRoot } from '../roots';
import { elementsOf, withoutConstant } from '../view';

/** sqrt(x) + eps: the guard protects the value, not the slope at 0. */
export const epsOutsideRoot = hazardRule({
  name: 'eps-outside-root',
  rank: 53,
  matches({ node, phase }, view) {
    if (!(isRoot(node) || node.op === 'norm') || phase !== 'backward') return false;
    return view.usersOf(node).some((user) => {
      const base = withoutConstant(user);
      return base !== null && elementsOf(base) === node;
    });
  },
});

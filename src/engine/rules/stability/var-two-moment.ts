import type { Expression } from '../../ir/expression';
import { meanedIn } from '../moments';
import { precisionRule } from '../precision-rule';
import { elementsOf, isSquare } from '../view';

/** E[x²] - E[x]². */
export const varTwoMoment = precisionRule({
  name: 'var-two-moment',
  severity: 'warning',
  probe: 'offset',
  from: 0.01,
  rewrite(node, graph) {
    const first = elementsOf(node.args[0] ?? node);
    const x = squared(first.args[0]);
    if (first.op !== 'mean' || !x) return null;
    const mean = graph.apply('mean', [x], { axes: first.attributes.axes ?? null, keepdims: true });
    return graph.apply('mean', [graph.apply('square', [graph.apply('subtract', [x, mean])])], first.attributes);
  },
  matches({ op, args: [x, y] }) {
    if (op !== 'subtract' || !x || !y) return false;
    const base = squared(meanedIn(x) ?? undefined);
    const mean = squared(elementsOf(y));
    return base !== null && mean !== null && meanedIn(mean) === base;
  },
});

/** `x` of a square of x, else null. */
function squared(node: Expression | undefined): Expression | null {
  const core = node && elementsOf(node);
  const [x] = core?.args ?? [];
  return core && x && isSquare(core) ? elementsOf(x) : null;
}

import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { elementsOf, essence, unguarded, within } from '../view';

/** |y - p| / |y| at y = 0. */
export const percentError = hazardRule({
  name: 'percent-error',
  rank: 45,
  matches({ node }) {
    const divisor = divisorOf(node);
    const above = node.args[0];
    if (!isDivision(node) || !divisor || !above) return false;
    const core = unguarded(divisor);
    const base = essence(core.op === 'abs' ? (core.args[0] ?? core) : core);
    if (base.op !== 'parameter') return isSumOfMagnitudes(divisor);
    return within(above, (n) => n.op === 'subtract' && n.args.some((a) => elementsOf(a) === base), 3) || isSumOfMagnitudes(divisor);
  },
});

/** |y| + |p|, the symmetric form. */
function isSumOfMagnitudes(divisor: Parameters<typeof essence>[0]): boolean {
  const core = essence(divisor);
  return core.op === 'add' && core.args.every((a) => elementsOf(a).op === 'abs');
}

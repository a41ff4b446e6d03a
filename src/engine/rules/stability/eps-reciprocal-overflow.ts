import type { Expression } from '../../ir/expression';
import { formatOf } from '../../numerics/format';
import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { summand, withoutConstant } from '../view';

/** A guard so small that its reciprocal, or what several such divisions make of a slope, leaves the format. */
export const epsReciprocalOverflow = hazardRule({
  name: 'eps-reciprocal-overflow',
  rank: 76,
  matches({ node, at, computedIn }) {
    const divisor = divisorOf(node);
    const below = Math.abs(at[node.op === 'reciprocal' ? 0 : 1] ?? 0);
    if (!isDivision(node) || !divisor || !isGuarded(divisor) || below === 0) return false;
    return 1 / below ** 2 > formatOf(computedIn).largest || below < LARGEST_GUARD;
  },
});

const LARGEST_GUARD = 1e-3;

/** Whether a divisor, or each of what it adds up, is kept from 0. */
function isGuarded(divisor: Expression): boolean {
  const inner = summand(divisor);
  return withoutConstant(divisor) !== null || ['clip', 'maximum'].includes(divisor.op) || (inner !== null && isGuarded(inner));
}

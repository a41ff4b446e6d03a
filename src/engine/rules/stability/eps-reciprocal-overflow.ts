import { formatOf } from '../../numerics/format';
import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { withoutConstant } from '../view';

/** A guard so small that its reciprocal leaves the format. */
export const epsReciprocalOverflow = hazardRule({
  name: 'eps-reciprocal-overflow',
  rank: 76,
  matches({ node, at, computedIn }) {
    const divisor = divisorOf(node);
    const below = Math.abs(at[node.op === 'divide' ? 1 : 0] ?? 0);
    const guarded = divisor !== null && (withoutConstant(divisor) !== null || ['clip', 'maximum'].includes(divisor.op));
    return isDivision(node) && guarded && below > 0 && 1 / below ** 2 > formatOf(computedIn).largest;
  },
});

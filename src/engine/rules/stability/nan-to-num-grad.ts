import { hazardRule } from '../hazard-rule';
import { isOp, within } from '../view';

const isRepair = isOp('nan_to_num');
const isTest = isOp('isnan', 'isinf', 'isfinite');

/** A repair after the fact: the value is clean, the gradient is nan. */
export const nanToNumGrad = hazardRule({
  name: 'nan-to-num-grad',
  rank: 74,
  matches(hazard, view) {
    if (hazard.breaks !== 'gradient') return false;
    return view.becomes(
      hazard.node,
      (user) => isRepair(user) || (user.op === 'where' && user.args[0] !== undefined && isRepairTest(user.args[0])),
      5,
    );
  },
});

function isRepairTest(condition: Parameters<typeof isTest>[0]): boolean {
  return within(condition, (n) => isTest(n) || (n.op === 'not_equal' && n.args[0] === n.args[1]), 3);
}

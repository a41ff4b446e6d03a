import { hazardRule } from '../hazard-rule';
import { isExponential } from '../softmax';
import { isOp } from '../view';

const isClamp = isOp('clip', 'minimum');

/** clamp(exp x): the value is bounded, the slope is 0 · inf. */
export const clampAfterExp = hazardRule({
  name: 'clamp-after-exp',
  rank: 68,
  matches: (hazard, view) => isExponential(hazard.node) && hazard.breaks === 'gradient' && view.becomes(hazard.node, isClamp, 4),
  place: (hazard, view) => view.downstream(hazard.node, 4).find(isClamp) ?? hazard.node,
});

import { hazardRule } from '../hazard-rule';
import { isOp } from '../view';

const isBceTerm = isOp('log_sigmoid', 'softplus', 'log1p');

/** An infinite logit in a binary cross entropy. */
export const infLogitInBce = hazardRule({
  name: 'inf-logit-in-bce',
  rank: 62,
  matches(hazard, view) {
    const infinite = hazard.given.some(({ values }) => values.some((v) => Math.abs(v) === Infinity));
    const siblings = view.downstream(hazard.node, 3).flatMap((user) => user.args);
    return infinite && !view.becomes(hazard.node, isOp('where'), 3) && [hazard.node, ...hazard.node.args, ...siblings].some(isBceTerm);
  },
});

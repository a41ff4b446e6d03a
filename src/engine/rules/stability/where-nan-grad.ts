import { hazardRule } from '../hazard-rule';

/** where(c, f(x), …) whose branch not taken has a broken slope: 0 · inf. */
export const whereNanGrad = hazardRule({
  name: 'where-nan-grad',
  rank: 72,
  matches: (hazard, view) =>
    hazard.breaks === 'gradient' && view.becomes(hazard.node, (user) => user.op === 'where' && !view.isInside(user), 5),
});

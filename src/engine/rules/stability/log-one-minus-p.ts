import { hazardRule } from '../hazard-rule';
import { logOfComplement } from '../logarithm';

/** log(1 - p) where p rounds to 1. */
export const logOneMinusP = hazardRule({
  name: 'log-one-minus-p',
  rank: 40,
  matches: (hazard) => logOfComplement(hazard.node) !== null && (hazard.at[0] ?? NaN) >= -1,
});

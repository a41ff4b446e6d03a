import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { withoutConstant } from '../view';

/** x / (y + eps) where y has either sign. */
export const divEpsWrongSign = hazardRule({
  name: 'div-eps-wrong-sign',
  rank: 30,
  matches({ node }) {
    const divisor = divisorOf(node);
    const base = divisor && withoutConstant(divisor);
    return isDivision(node) && base != null && ['subtract', 'parameter', 'multiply', 'negative'].includes(base.op);
  },
});

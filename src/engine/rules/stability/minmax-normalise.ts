import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { elementsOf, unguarded } from '../view';

/** (x - min) / (max - min) of a constant input. */
export const minmaxNormalise = hazardRule({
  name: 'minmax-normalise',
  rank: 54,
  matches({ node }) {
    const divisor = divisorOf(node);
    const [high, low] = divisor ? unguarded(divisor).args.map(elementsOf) : [];
    return isDivision(node) && high?.op === 'max' && low?.op === 'min';
  },
});

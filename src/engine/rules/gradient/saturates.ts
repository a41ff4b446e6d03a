import { shapeRule } from '../shape-rule';
import { squaredSquash } from '../squared-squash';

/** A gradient that dies away while the loss is still above its infimum; where none arrives at all, that is told instead. */
export const saturates = shapeRule({
  group: 'gradient',
  name: 'saturates',
  variant: (_, loss) => {
    const squash = squaredSquash(loss);
    return squash === null ? 'here' : `squared-${squash}`;
  },
  *say({ saturation }, gradientFlow) {
    for (const [name, { answer, where }] of Object.entries(saturation))
      if (answer === 'saturates' && where && gradientFlow.get(name)?.answer !== 'blocked') yield { name, where };
  },
});

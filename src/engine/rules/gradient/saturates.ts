import { shapeRule } from '../shape-rule';

/** A gradient that dies away while the loss is still above its infimum; where none arrives at all, that is told instead. */
export const saturates = shapeRule({
  group: 'gradient',
  name: 'saturates',
  *say({ saturation }, gradientFlow) {
    for (const [name, { answer, where }] of Object.entries(saturation))
      if (answer === 'saturates' && where && gradientFlow.get(name)?.answer !== 'blocked') yield { name, where };
  },
});

import { shapeRule } from '../shape-rule';

/** A gradient that dies away while the loss is still above its infimum. */
export const saturates = shapeRule({
  group: 'gradient',
  name: 'saturates',
  *say({ saturation }) {
    for (const [name, { answer, where }] of Object.entries(saturation)) if (answer === 'saturates' && where) yield { name, where };
  },
});

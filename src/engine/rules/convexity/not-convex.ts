import { shapeRule } from '../shape-rule';

/** A loss that is not convex in its variables, with a chord that shows it. */
export const notConvex = shapeRule({
  group: 'convexity',
  name: 'not-convex',
  variant: ({ convexity: { answer, restoredIn } }) => (answer === 'concave' ? 'concave' : restoredIn === undefined ? 'here' : 'restored'),
  *say({ convexity: { answer, wrt, evidence, restoredIn } }) {
    if ((answer === 'neither' || answer === 'concave') && evidence.kind !== 'reason')
      yield { wrt: wrt.join(', '), evidence: evidence.text, ...(restoredIn === undefined ? {} : { restored: restoredIn }) };
  },
});

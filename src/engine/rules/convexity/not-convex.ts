import { shapeRule } from '../shape-rule';

/** A loss that is not convex in its variables, with a chord that shows it. */
export const notConvex = shapeRule({
  group: 'convexity',
  name: 'not-convex',
  variant: ({ convexity }) => (convexity.answer === 'concave' ? 'concave' : 'here'),
  *say({ convexity: { answer, wrt, evidence } }) {
    if ((answer === 'neither' || answer === 'concave') && evidence.kind !== 'reason')
      yield { wrt: wrt.join(', '), evidence: evidence.text };
  },
});

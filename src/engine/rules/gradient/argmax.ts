import { flowRule } from '../flow-rule';

/** A prediction reduced to indices: of its largest element, or of an order. */
export const argmax = flowRule({ name: 'argmax', ops: ['argmax', 'argmin', 'argsort', 'one_hot', 'count_nonzero'] });

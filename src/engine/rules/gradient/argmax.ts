import { flowRule } from '../flow-rule';

/** A prediction reduced to the index of its largest element. */
export const argmax = flowRule({ name: 'argmax', ops: ['argmax', 'argmin', 'one_hot', 'count_nonzero'] });

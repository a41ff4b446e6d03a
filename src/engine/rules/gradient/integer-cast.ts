import { flowRule } from '../flow-rule';

/** A prediction cast to integers. */
export const integerCast = flowRule({ name: 'integer-cast', ops: ['to_int'] });

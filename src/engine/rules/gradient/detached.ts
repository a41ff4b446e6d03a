import { flowRule } from '../flow-rule';

/** A detached prediction. */
export const detached = flowRule({ name: 'detached', ops: ['stop_gradient'], spelled: /detach|stop_gradient|\.data\b/ });

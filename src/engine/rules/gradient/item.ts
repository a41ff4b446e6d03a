import { flowRule } from '../flow-rule';

/** A prediction turned into a Python number. */
export const item = flowRule({ name: 'item', ops: ['stop_gradient'], spelled: /\.item\(|\bfloat\(|\.tolist\(/ });

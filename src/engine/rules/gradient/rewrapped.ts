import { flowRule } from '../flow-rule';

/** A prediction wrapped into a new tensor. */
export const rewrapped = flowRule({ name: 'rewrapped', ops: ['stop_gradient'], spelled: /\btensor\(|Tensor\(/ });

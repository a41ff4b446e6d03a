import { flowRule } from '../flow-rule';

/** A prediction turned into a NumPy array. */
export const numpy = flowRule({ name: 'numpy', ops: ['stop_gradient'], spelled: /\.numpy\(|np\.(as)?array\(/ });

import { flowRule } from '../flow-rule';

/** A prediction used where no gradient is recorded. */
export const noGrad = flowRule({
  name: 'no-grad',
  ops: ['stop_gradient'],
  notSpelled: /detach|stop_gradient|\.data\b|\.item\(|\bfloat\(|\.tolist\(|\.numpy\(|np\.(as)?array\(|tensor\(/,
});

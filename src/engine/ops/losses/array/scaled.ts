import { composite } from '../composite';

/** A number times a tensor: degrees to radians and back. */
export const scaled = composite('scaled', 'A tensor times a constant.', 'input, factor', (k) => {
  return k.multiply(k.tensor('input'), k.number('factor', 1));
});

import { composite } from '../composite';

/** `scipy.special.huber`. */
export const scipyHuber = composite('scipy_huber', 'The Huber function of a residual.', 'delta, r', (k) => {
  const [delta, r] = [k.tensor('delta'), k.tensor('r')];
  const size = k.op('abs', [r]);
  const line = k.multiply(delta, k.subtract(size, k.multiply(0.5, delta)));
  return k.op('where', [k.op('less_equal', [size, delta]), k.multiply(0.5, k.op('square', [r])), line]);
});

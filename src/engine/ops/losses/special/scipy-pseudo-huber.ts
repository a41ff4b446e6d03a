import { composite } from '../composite';

/** `scipy.special.pseudo_huber`. */
export const scipyPseudoHuber = composite('scipy_pseudo_huber', 'The smooth Huber function of a residual.', 'delta, r', (k) => {
  const [delta, r] = [k.tensor('delta'), k.tensor('r')];
  const root = k.op('sqrt', [k.add(1, k.op('square', [k.divide(r, delta)]))]);
  return k.multiply(k.op('square', [delta]), k.subtract(root, 1));
});

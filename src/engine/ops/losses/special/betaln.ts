import { composite } from '../composite';

/** `betaln` of SciPy and JAX. */
export const betaln = composite('betaln', 'Logarithm of the beta function.', 'a, b', (k) => {
  const [a, b] = [k.tensor('a'), k.tensor('b')];
  return k.subtract(k.add(k.op('lgamma', [a]), k.op('lgamma', [b])), k.op('lgamma', [k.add(a, b)]));
});

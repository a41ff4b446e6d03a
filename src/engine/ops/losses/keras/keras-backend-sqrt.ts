import { composite } from '../composite';

/** `keras.backend.sqrt`. */
export const kerasBackendSqrt = composite('keras_backend_sqrt', 'The square root of the part above 0.', 'x', (k) =>
  k.op('sqrt', [k.op('maximum', [k.tensor('x'), 0])]),
);

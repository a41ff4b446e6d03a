/** ε by which torch keeps probabilities away from 0 and 1: the spacing of float32 at 1. */
export const SMALLEST = 2 ** -23;

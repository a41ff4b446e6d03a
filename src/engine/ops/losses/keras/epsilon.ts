/** `keras.config.epsilon()` as it comes. */
export const EPSILON = 1e-7;

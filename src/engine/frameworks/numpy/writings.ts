import type { Writing } from '../framework';

/** How ops are written in this library. */
export const NUMPY_WRITINGS: Readonly<Record<string, Writing>> = {};

import type { Op } from './op';
import { extremeIndex } from './shared/extreme-index';

/** Position of the smallest element. */
export const argmin: Op = extremeIndex('argmin', 'Position of the smallest element.', (x, y) => x < y);

import type { Op } from './op';
import { extremeIndex } from './shared/extreme-index';

/** Position of the largest element. */
export const argmax: Op = extremeIndex('argmax', 'Position of the largest element.', (x, y) => x > y);

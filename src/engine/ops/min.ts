import type { Op } from './op';
import { extremeReduction } from './shared/extreme-reduction';

/** Smallest element over axes. */
export const min: Op = extremeReduction('min', 'Smallest element.', (x, y) => x < y, Infinity);

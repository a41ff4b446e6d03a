import type { Op } from './op';
import { extremeReduction } from './shared/extreme-reduction';

/** Largest element over axes. */
export const max: Op = extremeReduction('max', 'Largest element.', (x, y) => x > y, -Infinity);

import { guardRule } from '../guard-rule';

/** A mask value such as -1e15 that the format turns into -inf. */
export const maskFillOverflow = guardRule({ name: 'mask-fill-overflow', rank: 80, how: 'overflowed' });

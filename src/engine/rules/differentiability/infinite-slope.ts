import { pointRule } from '../shape-rule';

/** A point where the slope is infinite. */
export const infiniteSlope = pointRule({ name: 'infinite-slope', kinds: ['infinite-slope'] });

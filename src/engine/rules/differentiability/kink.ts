import { pointRule } from '../shape-rule';

/** A point where the slopes from both sides differ. */
export const kink = pointRule({ name: 'kink', kinds: ['kink'] });

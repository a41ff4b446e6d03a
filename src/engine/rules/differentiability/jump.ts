import { pointRule } from '../shape-rule';

/** A point where the value jumps. */
export const jump = pointRule({ name: 'jump', kinds: ['jump'] });

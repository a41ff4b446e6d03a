import { guardRule } from '../guard-rule';

/** An epsilon that is 0 in the format. */
export const epsUnderflows = guardRule({ name: 'eps-underflows', rank: 80, how: 'vanished' });

import { guardRule } from '../guard-rule';

/** An epsilon lost when it is added to, or taken from, a number near 1. */
export const epsAbsorbed = guardRule({ name: 'eps-absorbed', rank: 78, how: 'absorbed' });

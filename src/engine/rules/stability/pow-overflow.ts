import { hazardRule } from '../hazard-rule';

/** A power that leaves the format's range. */
export const powOverflow = hazardRule({
  name: 'pow-overflow',
  rank: 12,
  matches: ({ node, got }) =>
    ['power', 'square', 'multiply', 'prod', 'cumprod', 'add', 'subtract'].includes(node.op) && Math.abs(got) === Infinity,
});

import { flowRule } from '../flow-rule';

/** A prediction compared with something. */
export const comparison = flowRule({
  name: 'comparison',
  ops: [
    'less',
    'less_equal',
    'greater',
    'greater_equal',
    'equal',
    'not_equal',
    'isnan',
    'isinf',
    'isfinite',
    'logical_and',
    'logical_or',
    'logical_not',
    'any',
    'all',
    'to_bool',
  ],
});

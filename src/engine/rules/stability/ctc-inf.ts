import { libraryRule } from '../library-rule';

/** A CTC loss of an infeasible alignment. */
export const ctcInf = libraryRule({
  name: 'ctc-inf',
  severity: 'information',
  calls: /(^|\.)(ctc_loss|CTCLoss)$/,
  unless: /zero_infinity\s*=\s*True/,
  composed: true,
});

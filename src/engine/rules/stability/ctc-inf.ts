import { libraryRule } from '../library-rule';

/** A CTC loss of an infeasible alignment. */
export const ctcInf = libraryRule({
  name: 'ctc-inf',
  severity: 'information',
  calls: /(^|\.)(ctc_loss|CTCLoss)$/,
  unless: /zero_infinity\s*=\s*True/,
  composed: true,
  mended(text) {
    if (!/^(torch|F|nn)\b[\w.]*(ctc_loss|CTCLoss)\(.*\)$/s.test(text)) return null;
    if (/zero_infinity\s*=/.test(text)) return text.replace(/zero_infinity\s*=\s*False/, 'zero_infinity=True');
    return text.replace(/(\(|,)?(\s*)\)$/, (_end, before: string | undefined, space: string) => {
      const separator = before === '(' ? '(' : ', ';
      return `${separator}zero_infinity=True${before === ',' && space.includes('\n') ? ',' : ''}${space})`;
    });
  },
});

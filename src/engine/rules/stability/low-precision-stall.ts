import { type Expression, inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import type { Found, Rule, RuleContext } from '../rule';

const code = 'stability/low-precision-stall';
const LONG = 4;

/** A running sum in half precision, which stops growing once the terms are below its last digit. */
export const lowPrecisionStall: Rule = {
  code,
  group: 'stability',
  defaultSeverity: 'information',
  summary: 'low-precision-stall.summary',
  *find({ loss, view, stability: { arithmetic } }: RuleContext): Iterable<Found> {
    if (arithmetic.format !== 'float16' && arithmetic.format !== 'bfloat16') return;
    const [last] = (loss.body ? inOrder(loss.body).reverse() : []).filter((node) => node.kind === 'float' && runningTerms(node) >= LONG);
    if (!last) return;
    const slots = { expression: textOf(last), dtype: arithmetic.format, limit: arithmetic.format === 'float16' ? 2048 : 256 };
    yield {
      code,
      severity: 'information',
      span: view.placeOf(last),
      messageId: 'low-precision-stall.stalls',
      arguments: slots,
      related: [],
      hazard: null,
      witness: null,
      rewrite: null,
      rank: 5,
    };
  },
};

/** How many terms of one operation are added one after the other. */
function runningTerms(node: Expression): number {
  let terms = 0;
  let total: Expression | undefined = node;
  for (const op = node.args[1]?.op; total?.op === 'add' && total.args[1]?.op === op; total = total.args[0]) terms++;
  return terms;
}

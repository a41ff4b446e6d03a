import { inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import { divisorOf } from '../division';
import { isRoot } from '../roots';
import type { Found, Rule, RuleContext } from '../rule';
import { constantOf, isOp } from '../view';
import type { Expression } from '../../ir/expression';

const code = 'stability/eps-huge-grad';
const SLOPE = 1e6;

/** A guard so small that the slope at it is huge. */
export const epsHugeGrad: Rule = {
  code,
  group: 'stability',
  defaultSeverity: 'information',
  summary: 'eps-huge-grad.summary',
  *find({ loss, view, stability }: RuleContext): Iterable<Found> {
    for (const node of loss.body ? inOrder(loss.body) : []) {
      const slope = slopeAtGuard(node);
      if (slope < SLOPE) continue;
      const slots = { expression: textOf(node), got: slope.toExponential(0), dtype: stability.arithmetic.format };
      yield {
        code,
        severity: 'information',
        span: view.placeOf(node),
        messageId: 'eps-huge-grad.steep',
        arguments: slots,
        related: [],
        hazard: null,
        witness: null,
        rewrite: null,
        rank: 5,
      };
    }
  },
};

function slopeAtGuard(node: Expression): number {
  if (node.op === 'normalize') return 1 / Number(node.attributes.eps);
  const guard = guardOf(isRoot(node) ? node.args[0] : (divisorOf(node) ?? undefined));
  if (guard === null || guard <= 0) return 0;
  return isRoot(node) ? 0.5 / Math.sqrt(guard) : 1 / guard;
}

/** The smallest value that a guard leaves: eps of `u + eps`, `max(u, eps)`, `clip(u, eps, …)`. */
function guardOf(node: Expression | undefined): number | null {
  if (!node || !isOp('add', 'maximum', 'clip')(node)) return null;
  return node.args[1] ? constantOf(node.args[1]) : null;
}

import { inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import { isLog } from '../logarithm';
import type { Found, Rule, RuleContext } from '../rule';
import { elementsOf, isOp, within } from '../view';

const code = 'stability/clamp-kills-grad';

/** A clamp inside a logarithm: beyond its bound the gradient is exactly 0. */
export const clampKillsGrad: Rule = {
  code,
  group: 'stability',
  defaultSeverity: 'information',
  summary: 'clamp-kills-grad.summary',
  *find({ loss, view, stability }: RuleContext): Iterable<Found> {
    const learned = new Set(loss.parameters.filter((p) => p.role === 'prediction').map((p) => p.node));
    for (const log of loss.body ? inOrder(loss.body).filter(isLog) : []) {
      const clamp = log.args[0] && elementsOf(log.args[0]);
      if (!clamp || !isOp('clip', 'maximum')(clamp) || !within(clamp, (n) => learned.has(n), 12)) continue;
      const slots = { expression: textOf(clamp), dtype: stability.arithmetic.format };
      yield {
        code,
        severity: 'information',
        span: view.placeOf(clamp),
        messageId: 'clamp-kills-grad.flat',
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

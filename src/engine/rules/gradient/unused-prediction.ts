import type { Found, Rule, RuleContext } from '../rule';

const code = 'gradient/unused-prediction';

/** A prediction that the loss does not depend on. */
export const unusedPrediction: Rule = {
  code,
  group: 'gradient',
  defaultSeverity: 'warning',
  summary: 'unused-prediction.summary',
  *find({ loss, gradientFlow }: RuleContext): Iterable<Found> {
    if (loss.status !== 'full' || loss.kind !== 'function') return;
    for (const parameter of loss.parameters) {
      if (gradientFlow.get(parameter.name)?.answer !== 'unused' || parameter.default !== null) continue;
      yield {
        code,
        severity: 'warning',
        span: parameter.span,
        messageId: 'unused-prediction.unused',
        arguments: { name: parameter.name },
        related: [],
        hazard: null,
        witness: null,
        rewrite: null,
        rank: 20,
      };
    }
  },
};

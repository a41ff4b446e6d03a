import type { Found, Rule, RuleContext } from '../rule';

const code = 'gradient/unused-prediction';

/** Words by which a function says that it is a loss; without one, and without any prediction, it computes something else. */
const LOSS = /loss|criterion|cost|objective|error|entropy|penalty|divergence|distance|nll|bce|mse|mae/i;

/** A prediction that the loss does not depend on. */
export const unusedPrediction: Rule = {
  code,
  group: 'gradient',
  defaultSeverity: 'warning',
  summary: 'unused-prediction.summary',
  *find({ loss, gradientFlow, textAt }: RuleContext): Iterable<Found> {
    if (loss.status !== 'full' || loss.kind !== 'function' || !loss.body || loss.body.args.length === 0) return;
    if (loss.name.startsWith('_')) return;
    if (!LOSS.test(loss.name) && [...gradientFlow.values()].every(({ answer }) => answer === 'unused')) return;
    for (const parameter of loss.parameters) {
      if (gradientFlow.get(parameter.name)?.answer !== 'unused' || parameter.default !== null || parameter.guessed) continue;
      if (parameter.count !== undefined) continue;
      if (isOptional(textAt(parameter.span)) || isRepeated(parameter.name, textAt(loss.span))) continue;
      if (loss.framework === 'jax' && drawsRandom(parameter.name, textAt(loss.span))) continue;
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

/** Whether the signature gives a parameter a default, be it None, or says that it is a key of randomness, or functions or a table and no array. */
function isOptional(declared: string): boolean {
  return /=|PRNGKey|KeyArray|:\s*([\w.]*\.)?(Callable|Dict|dict|Mapping)\b/.test(declared);
}

/** Whether JAX draws numbers with it: then it is a key of randomness. */
function drawsRandom(name: string, text: string): boolean {
  return new RegExp(`\\brandom\\.\\w+\\(\\s*(key=|rng=)?${name}\\b`).test(text);
}

/** Whether it takes part in something that is repeated, perhaps not once when it was read, or in one of several results, or the author lets it go. */
function isRepeated(name: string, text: string): boolean {
  const mentions = text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
  return (/\bfor\b|\breturn [\w.]+ *,/.test(text) && mentions > 1) || new RegExp(`\\bdel [^\\n]*\\b${name}\\b`).test(text);
}

/**
 * What the operations of torch keep for their backward pass, as measured with torch 2.13: `result`, which a write in place into
 * the result destroys; `operands`, which a write into an operand does; `others`, an operand where another one has a gradient.
 */
export const SAVED: Readonly<Record<string, readonly ('result' | 'operands' | 'others')[]>> = {
  ...keeping('exp exp2 expm1 sqrt rsqrt sigmoid tanh relu softmax log_softmax tan reciprocal', 'result'),
  ...keeping(
    'log log2 log10 log1p abs softplus log_sigmoid sin cos square clip var elu selu gelu silu mish leaky_relu hardtanh hardsigmoid erf ' +
      'erfc atan asin acos sinh cosh lgamma digamma normalize relu6 softsign logit maximum minimum atan2 logaddexp xlogy',
    'operands',
  ),
  ...keeping('logsumexp norm std prod cumprod hypot', 'result', 'operands'),
  ...keeping('multiply divide power matmul', 'others'),
};

function keeping(ops: string, ...what: readonly ('result' | 'operands' | 'others')[]): Record<string, typeof what> {
  return Object.fromEntries(ops.split(' ').map((op) => [op, what]));
}

/** Functions of `keras.ops` by the last word of TensorFlow's name for them, where they are called alike. */
const OPS: Readonly<Record<string, string>> = {
  acos: 'arccos',
  clip_by_value: 'clip',
  reduce_logsumexp: 'logsumexp',
  reduce_max: 'max',
  reduce_mean: 'mean',
  reduce_min: 'min',
  reduce_sum: 'sum',
};
const ALIKE =
  /^(abs|cast|exp|expm1|log|log1p|log_sigmoid|log_softmax|maximum|minimum|relu|rsqrt|sigmoid|softmax|softplus|sqrt|square|tanh|where)$/;
const FORMAT = /^b?float\d+$/;

/** The name within `keras.ops` of a function of TensorFlow, or a format as Keras takes it; null where there is no counterpart. */
export function kerasName(canonical: string): string | null {
  const [library, ...rest] = canonical.split('.');
  const word = rest[rest.length - 1] ?? '';
  if (library !== 'tensorflow') return null;
  return FORMAT.test(word) ? `'${word}'` : (OPS[word] ?? (ALIKE.test(word) ? word : null));
}

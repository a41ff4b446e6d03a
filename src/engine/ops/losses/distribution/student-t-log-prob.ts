import { composite } from '../composite';

/** `torch.distributions.StudentT.log_prob`. */
export const studentTLogProb = composite('student_t_log_prob', 'Log-density of Student’s t distribution.', 'df, loc, scale, value', (k) => {
  const df = k.tensor('df');
  const scale = k.tensor('scale');
  const gap = k.divide(k.subtract(k.tensor('value'), k.tensor('loc')), scale);
  const half = k.multiply(0.5, k.add(df, 1));
  const gammas = k.subtract(k.op('lgamma', [k.multiply(0.5, df)]), k.op('lgamma', [half]));
  const logs = k.add(k.op('log', [scale]), k.multiply(0.5, k.op('log', [df])));
  const total = k.add(k.add(logs, 0.5 * Math.log(Math.PI)), gammas);
  return k.subtract(k.multiply(k.negative(half), k.op('log1p', [k.divide(k.op('square', [gap]), df)])), total);
});

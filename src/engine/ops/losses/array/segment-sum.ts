import { Refused } from '../build';
import { composite } from '../composite';

/** `jax.ops.segment_sum` and `tf.math.unsorted_segment_sum` with a known number of segments. */
export const segmentSum = composite('segment_sum', 'Sums of the rows that share a segment.', 'data, index, count, mean=False', (k) => {
  const data = k.tensor('data');
  const count = k.number('count', 0);
  if (!k.isGiven('count')) throw new Refused('a number of segments that data decide');
  const index = k.whole('index');
  const rest = data.shape.slice(index.shape.length);
  const hot = k.op('to_float', [k.op('one_hot', [index], { classes: count })]);
  const flat = k.op('reshape', [hot], { shape: [-1, count] });
  const rows = k.op('reshape', [k.op('to_float', [data])], {
    shape: [flat.shape[0] ?? 1, rest.reduce((product, size) => product * size, 1)],
  });
  const sums = k.op('reshape', [k.op('einsum', [flat, rows], { equation: 'nk,nd->kd' })], { shape: [count, ...rest] });
  if (!k.flag('mean')) return sums;
  const sizes = k.op('reshape', [k.op('maximum', [k.sum(flat, [0]), 1])], { shape: [count, ...rest.map(() => 1)] });
  return k.divide(sums, sizes);
});

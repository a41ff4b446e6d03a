import { channelsFirst, channelsLast, samePadding, spatial } from './spatial';
import { composite } from '../composite';

/** `tf.nn.avg_pool` and `max_pool`: channels last. */
export const tfPool = composite(
  'tf_pool',
  'Mean or maximum of windows with the channels in the last axis.',
  "input, ksize, strides=1, padding='VALID', op='avg_pool'",
  (k) => {
    const input = k.tensor('input');
    const dims = input.shape.length - 2;
    const [kernel, stride] = [spatial(k, 'ksize', dims), spatial(k, 'strides', dims)];
    const ones = kernel.map(() => 1);
    const highest = k.word('op') === 'max_pool';
    const pool = (x: typeof input) =>
      k.op(highest ? 'max_pool' : 'avg_pool', [channelsFirst(k, x)], { kernel, stride, padding: kernel.map(() => 0) });
    const padded = samePadding(k, input, kernel, stride, ones, highest ? -Infinity : 0);
    if (highest || padded === input) return channelsLast(k, pool(padded));
    const there = k.op('broadcast_to', [k.expression(1)], { shape: input.shape });
    return channelsLast(k, k.divide(pool(padded), pool(samePadding(k, there, kernel, stride, ones, 0))));
  },
);

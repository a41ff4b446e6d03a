import { composite } from '../composite';

/** `tf.cumsum` and `jax.lax.cumsum`: exclusive and backwards where they say so. */
export const directedCumsum = composite(
  'directed_cumsum',
  'Running sums along an axis, from either end.',
  'input, axis=0, exclusive=False, reverse=False',
  (k) => {
    const x = k.tensor('input');
    const axis = k.axis('axis', 0, x.shape.length);
    const back = (y: typeof x) => (k.flag('reverse') ? k.op('flip', [y], { axes: [axis] }) : y);
    const sums = k.op('cumsum', [back(x)], { axis });
    if (!k.flag('exclusive')) return back(sums);
    const widths = x.shape.map((_, i) => [i === axis ? 1 : 0, 0]);
    const moved = k.op('pad', [k.slice(sums, axis, 0, (x.shape[axis] ?? 1) - 1)], { widths, mode: 'constant', value: 0 });
    return back(moved);
  },
);

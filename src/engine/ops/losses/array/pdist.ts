import { composite } from '../composite';

/** `torch.pdist`. */
export const pdist = composite('pdist', 'Distances of all pairs of rows, in order.', 'input, p=2.0', (k) => {
  const x = k.tensor('input');
  const count = x.shape[0] ?? 0;
  const pairs = Array.from({ length: count * count }, (_, i) => [Math.floor(i / count), i % count] as const).filter(([i, j]) => i < j);
  const rows = (at: 0 | 1) =>
    k.op(
      'take',
      [
        x,
        k.list(
          pairs.map((both) => both[at]),
          'int',
        ),
      ],
      { axis: 0 },
    );
  return k.op('norm', [k.subtract(rows(0), rows(1))], { ord: k.number('p', 2), axes: [1], keepdims: false });
});

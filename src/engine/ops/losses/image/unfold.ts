import { Refused } from '../build';
import { pair, places } from './window-places';
import { composite } from '../composite';

/** `torch.nn.functional.unfold`. */
export const unfold = composite(
  'unfold',
  'Every window of an image as a column.',
  'input, kernel_size, dilation=1, padding=0, stride=1',
  (k) => {
    const input = k.tensor('input');
    if (input.shape.length !== 4) throw new Refused('unfold of something that is not a batch of images');
    const [height, width] = pair(k, 'padding');
    const widths = [
      [0, 0],
      [0, 0],
      [height, height],
      [width, width],
    ];
    const x = height + width === 0 ? input : k.op('pad', [input], { widths, mode: 'constant', value: 0 });
    const [count = 1, channels = 1, rows = 1, columns = 1] = x.shape;
    const down = places(rows, pair(k, 'kernel_size')[0], pair(k, 'stride')[0], pair(k, 'dilation')[0]);
    const across = places(columns, pair(k, 'kernel_size')[1], pair(k, 'stride')[1], pair(k, 'dilation')[1]);
    const cells = down.taps.flatMap((dy) =>
      across.taps.flatMap((dx) => down.starts.flatMap((y) => across.starts.map((x0) => (y + dy) * columns + x0 + dx))),
    );
    const flat = k.op('reshape', [x], { shape: [count, channels, rows * columns] });
    const taken = k.op('take', [flat, k.list(cells, 'int')], { axis: 2 });
    const taps = down.taps.length * across.taps.length;
    return k.op('reshape', [taken], { shape: [count, channels * taps, down.starts.length * across.starts.length] });
  },
);

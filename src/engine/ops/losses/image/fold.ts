import { pair, places } from './window-places';
import { composite } from '../composite';

/** `torch.nn.functional.fold`: the columns of `unfold` added back to an image. */
export const fold = composite(
  'fold',
  'Windows added up to an image.',
  'input, output_size, kernel_size, dilation=1, padding=0, stride=1',
  (k) => {
    const input = k.tensor('input');
    const [rows = 1, columns = 1] = k.sizes('output_size', 2) ?? [];
    const [above, before] = pair(k, 'padding');
    const [height, width] = [rows + 2 * above, columns + 2 * before];
    const down = places(height, pair(k, 'kernel_size')[0], pair(k, 'stride')[0], pair(k, 'dilation')[0]);
    const across = places(width, pair(k, 'kernel_size')[1], pair(k, 'stride')[1], pair(k, 'dilation')[1]);
    const cells = down.taps.flatMap((dy) =>
      across.taps.flatMap((dx) => down.starts.flatMap((y) => across.starts.map((x0) => (y + dy) * width + x0 + dx))),
    );
    const [count = 1, depth = 1] = input.shape;
    const channels = depth / (down.taps.length * across.taps.length);
    const parts = k.op('reshape', [input], { shape: [count, channels, cells.length] });
    const index = k.op('broadcast_to', [k.list(cells, 'int')], { shape: [count, channels, cells.length] });
    const zeros = k.op('broadcast_to', [k.expression(0)], { shape: [count, channels, height * width] });
    const flat = k.op('scatter', [zeros, index, parts], { axis: 2, mode: 'add' });
    const image = k.op('reshape', [flat], { shape: [count, channels, height, width] });
    return k.slice(k.slice(image, 2, above, above + rows), 3, before, before + columns);
  },
);

import { composite } from '../composite';

/** `torch.nn.functional.pixel_shuffle`. */
export const pixelShuffle = composite('pixel_shuffle', 'Channels spread over a finer grid.', 'input, upscale_factor', (k) => {
  const input = k.tensor('input');
  const by = k.number('upscale_factor', 1);
  const lead = input.shape.slice(0, -3);
  const [channels = 1, rows = 1, columns = 1] = input.shape.slice(-3);
  const n = lead.length;
  const parts = k.op('reshape', [input], { shape: [...lead, channels / (by * by), by, by, rows, columns] });
  const axes = [...lead.map((_, i) => i), n, n + 3, n + 1, n + 4, n + 2];
  return k.op('reshape', [k.op('transpose', [parts], { axes })], { shape: [...lead, channels / (by * by), rows * by, columns * by] });
});

import { composite } from '../composite';

/** `torch.nn.functional.pixel_unshuffle`. */
export const pixelUnshuffle = composite('pixel_unshuffle', 'A fine grid gathered into channels.', 'input, downscale_factor', (k) => {
  const input = k.tensor('input');
  const by = k.number('downscale_factor', 1);
  const lead = input.shape.slice(0, -3);
  const [channels = 1, rows = 1, columns = 1] = input.shape.slice(-3);
  const n = lead.length;
  const parts = k.op('reshape', [input], { shape: [...lead, channels, rows / by, by, columns / by, by] });
  const axes = [...lead.map((_, i) => i), n, n + 2, n + 4, n + 1, n + 3];
  return k.op('reshape', [k.op('transpose', [parts], { axes })], { shape: [...lead, channels * by * by, rows / by, columns / by] });
});

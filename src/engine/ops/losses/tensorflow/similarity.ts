import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { channelsFirst, channelsLast } from './spatial';

/** The two factors of the structural similarity, at every place of every channel. */
export function similarity<E extends Signature>(k: Kit<E>, x: E, y: E): { luminance: E; structure: E } {
  const peak = k.number('max_val', 1);
  const [low, high] = [(k.number('k1', 0.01) * peak) ** 2, (k.number('k2', 0.03) * peak) ** 2];
  const blur = (z: E): E => blurred(k, z, k.number('filter_size', 11), k.number('filter_sigma', 1.5));
  const [meanX, meanY] = [blur(x), blur(y)];
  const both = k.multiply(k.multiply(meanX, meanY), 2);
  const squares = k.add(k.op('square', [meanX]), k.op('square', [meanY]));
  const products = k.multiply(blur(k.multiply(x, y)), 2);
  const powers = blur(k.add(k.op('square', [x]), k.op('square', [y])));
  return {
    luminance: k.divide(k.add(both, low), k.add(squares, low)),
    structure: k.divide(k.add(k.subtract(products, both), high), k.add(k.subtract(powers, squares), high)),
  };
}

/** A Gaussian average of every channel, without padding. */
function blurred<E extends Signature>(k: Kit<E>, x: E, size: number, sigma: number): E {
  const bell = Array.from({ length: size }, (_, i) => (-0.5 * (i - (size - 1) / 2) ** 2) / sigma ** 2);
  const raw = bell.flatMap((row) => bell.map((column) => Math.exp(row + column)));
  const total = raw.reduce((sum, one) => sum + one, 0);
  const lead = x.shape.slice(0, -3);
  const images = k.op('reshape', [x], { shape: [lead.reduce((product, one) => product * one, 1), ...x.shape.slice(-3)] });
  const channels = x.shape.at(-1) ?? 1;
  const kernel = k.op('reshape', [k.list(raw.map((one) => one / total))], { shape: [1, 1, size, size] });
  const weight = k.op('broadcast_to', [kernel], { shape: [channels, 1, size, size] });
  const attributes = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: channels };
  const result = channelsLast(k, k.op('conv2d', [channelsFirst(k, images), weight], attributes));
  return k.op('reshape', [result], { shape: [...lead, ...result.shape.slice(1)] });
}

import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';

/** One number for each spatial axis, given as one for all, one each, or with a 1 for batch and channels around them. */
export function spatial<E extends Signature>(k: Kit<E>, name: string, dims: number): readonly number[] {
  const given = k.numbers(name);
  const list = typeof given === 'number' ? [given] : given;
  if (list.length === 1) return Array.from({ length: dims }, () => list[0] ?? 1);
  if (list.length === dims) return list;
  if (list.length !== dims + 2 || list[0] !== 1 || list[dims + 1] !== 1) throw new Refused(`${name} that step over batch or channels`);
  return list.slice(1, -1);
}

/** The channels moved from the last axis to the second. */
export function channelsFirst<E extends Signature>(k: Kit<E>, x: E): E {
  const rank = x.shape.length;
  return k.op('transpose', [x], { axes: [0, rank - 1, ...x.shape.slice(2).map((_, i) => i + 1)] });
}

/** The channels moved from the second axis to the last. */
export function channelsLast<E extends Signature>(k: Kit<E>, x: E): E {
  return k.op('transpose', [x], { axes: [0, ...x.shape.slice(2).map((_, i) => i + 2), 1] });
}

/** The padding that `SAME` means, behind one element more than before; none for `VALID`. */
export function samePadding<E extends Signature>(
  k: Kit<E>,
  x: E,
  kernel: readonly number[],
  stride: readonly number[],
  dilation: readonly number[],
  value: number,
): E {
  const padding = (k.word('padding') ?? 'VALID').toUpperCase();
  if (padding === 'VALID') return x;
  if (padding !== 'SAME') throw new Refused(`padding=${padding} is not modelled`);
  const inner = kernel.map((size, i) => {
    const [length, step, reach] = [x.shape[i + 1] ?? 1, stride[i] ?? 1, (size - 1) * (dilation[i] ?? 1) + 1];
    const total = Math.max(0, (Math.ceil(length / step) - 1) * step + reach - length);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  });
  if (inner.every((both) => both.every((width) => width === 0))) return x;
  return k.op('pad', [x], { widths: [[0, 0], ...inner, [0, 0]], mode: 'constant', value });
}

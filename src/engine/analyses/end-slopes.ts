import type { Expression } from '../ir/expression';
import { formatOf } from '../numerics/format';
import type { Interval } from '../numerics/interval';
import type { Op } from '../ops/op';
import type { FrameworkArithmetic } from './replay';

/** Whether the slope of an elementwise operation in an operand that moves leaves the format where its operands are at the ends of their ranges. */
export function overflowsAtEnds(
  op: Op,
  node: Expression,
  ranges: readonly Interval[],
  moving: readonly boolean[],
  { format: name, flushesSubnormals, conventions }: FrameworkArithmetic,
): boolean {
  if (!op.elementwise || node.kind !== 'float' || ranges.length > 2 || !ranges.every(isBounded)) return false;
  const corners = cornersOf(ranges);
  const operands = node.args.map(({ kind }, i) => ({
    shape: [corners.length],
    kind,
    values: Float64Array.from(corners, (corner) => corner[i] ?? 0),
  }));
  const format = formatOf(name, flushesSubnormals && name === 'float32');
  const at = { operands, attributes: node.attributes, shape: [corners.length], format, conventions };
  const result = op.forward(at);
  const pulled = op.backward({ ...at, result, gradient: new Float64Array(corners.length).fill(1) });
  return pulled.some((slopes, i) => moving[i] === true && slopes !== null && slopes.some((slope) => !Number.isFinite(slope)));
}

function isBounded({ lo, hi, nan }: Interval): boolean {
  return !nan && Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi;
}

function cornersOf(ranges: readonly Interval[]): number[][] {
  return ranges.reduce<number[][]>(
    (corners, { lo, hi }) =>
      corners.flatMap((corner) =>
        lo === hi
          ? [[...corner, lo]]
          : [
              [...corner, lo],
              [...corner, hi],
            ],
      ),
    [[]],
  );
}

import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import { type Signature, ShapeError } from '../numerics/signature';
import { norm } from './norm';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { matrixSizes } from './shared/diagonals';
import { promoteToFloat } from './shared/kinds';
import { normOf, normPull } from './shared/norms';
import { eachRowPair } from './shared/row-pairs';

/** Distances in the p-norm between all pairs of rows. */
export const cdist: Op = {
  name: 'cdist',
  summary: 'Distances between all pairs of rows.',
  operands: ['x', 'y'],
  attributes: { p: 2 },
  elementwise: false,
  infer: (operands) => {
    const [x, y] = operands as readonly [Signature, Signature];
    const [rows, width] = matrixSizes(x.shape);
    const [columns, other] = matrixSizes(y.shape);
    if (width !== other || x.shape.length !== y.shape.length) throw new ShapeError('rows of different lengths');
    return { shape: [...x.shape.slice(0, -2), rows, columns], kind: promoteToFloat(operands) };
  },
  forward: (at) => {
    const result = new Float64Array(at.shape.reduce((product, size) => product * size, 1));
    eachRowPair(
      at,
      (difference, _x, _y, pair) => (result[pair] = at.format.round(normOf(difference, numberOf(at.attributes, 'p', 2), at))),
    );
    return result;
  },
  backward: (at) => {
    const [dx, dy] = at.operands.map(({ values }) => new Float64Array(values.length)) as [Float64Array, Float64Array];
    eachRowPair(at, (difference, x, y, pair) => {
      normPull(at.gradient[pair] as number, difference, at.result[pair] as number, numberOf(at.attributes, 'p', 2), at).forEach((g, k) => {
        dx[x + k] = at.format.round((dx[x + k] as number) + g);
        dy[y + k] = at.format.round((dy[y + k] as number) - g);
      });
    });
    return [dx, dy];
  },
  range: ([x, y], attributes, [signature]) => {
    const shape = [matrixSizes(signature?.shape ?? [0, 0])[1]];
    return norm.range([ranges.subtract(x as Interval, y as Interval)], { ord: numberOf(attributes, 'p', 2) }, [{ shape, kind: 'float' }]);
  },
};

import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { type Contraction, contract, contractBack, contractedShape } from './shared/contraction';
import { shapesOf } from './shared/joining';
import { promote } from './shared/kinds';

const PRODUCT: Contraction = { inputs: ['i', 'j'], output: 'ij' };

/** Products of every element of one vector with every element of another. */
export const outer: Op = {
  name: 'outer',
  summary: 'Products of all pairs of elements of two vectors.',
  operands: ['x', 'y'],
  elementwise: false,
  infer: (operands) => ({ shape: contractedShape(PRODUCT, shapesOf(operands)), kind: promote(operands) }),
  forward: (at) => contract(PRODUCT, at),
  backward: (at) => contractBack(PRODUCT, at),
  range: ([x, y]) => ranges.multiply(x as Interval, y as Interval),
  latex: '#1 \\otimes #2',
};

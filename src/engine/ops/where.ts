import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { either } from './shared/comparison';
import { elementwise } from './shared/elementwise';

const selection = elementwise({
  name: 'where',
  summary: 'The second operand where the first holds, else the third; both are computed.',
  operands: ['condition', 'x', 'y'],
  promotes: [1, 2],
  value: (condition, x, y) => (condition !== 0 ? x : y),
  pulls: [null, (g, condition) => (condition !== 0 ? g : 0), (g, condition) => (condition !== 0 ? 0 : g)],
  range: (operands) => {
    const [condition, x, y] = operands as readonly [Interval, Interval, Interval];
    return either(x, y, condition);
  },
  facts: { derivatives: [null, 'where(condition, 1, 0)', 'where(condition, 0, 1)'] },
  latex: '\\begin{cases} #2 & \\text{if } #1 \\\\ #3 & \\text{otherwise} \\end{cases}',
});

/** Choice by element. The operand not taken gets the gradient 0, which an infinite slope inside it turns into nan. */
export const where: Op = {
  ...selection,
  infer: (operands, attributes) => {
    const { shape, kind } = selection.infer(operands, attributes);
    return { shape, kind: kind === 'weak' ? 'float' : kind };
  },
};

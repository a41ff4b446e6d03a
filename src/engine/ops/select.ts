import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { either } from './shared/comparison';
import { elementwise } from './shared/elementwise';

const taken = elementwise({
  name: 'select',
  summary: 'The second operand if the first holds, else the third; only one is computed.',
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

/** A branch of the program: an operand whose side is taken nowhere gets no gradient at all. */
export const select: Op = {
  ...taken,
  backward: (at) => {
    const condition = at.operands[0]?.values ?? new Float64Array(0);
    const [, x, y] = taken.backward(at);
    const someTrue = condition.some((c) => c !== 0);
    const someFalse = condition.some((c) => c === 0);
    return [null, someTrue ? (x ?? null) : null, someFalse ? (y ?? null) : null];
  },
};

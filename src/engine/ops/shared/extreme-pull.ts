import type { BinaryPull } from './binary';

/** Pull-back of the larger or smaller of two numbers to one of them, `wins(x, y)` being true when the first is taken. */
export function extremePull(operand: 0 | 1, wins: (x: number, y: number) => boolean): BinaryPull {
  return (g, x, y, _r, { conventions }) => {
    const taken = operand === 0 ? wins(x, y) : wins(y, x);
    const undecided = Number.isNaN(x) || Number.isNaN(y) ? conventions.maximumOfNan[operand] : 0;
    const share = taken ? 1 : x === y ? conventions.maximumTie[operand] : undecided;
    return share === 0 && conventions.maximumGate === 'selects' ? 0 : g * share;
  };
}

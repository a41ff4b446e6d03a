import { plainValues } from '../../src/engine/analyses/scalar/coordinate';
import { scalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import type { Loss } from '../../src/engine/ir/loss';
import { evaluator } from './evaluator';

type Curve = (x: number) => number;

const ORDERS = ['jump', 'infinite-slope', 'kink', 'C1', 'C2', 'smooth'];

/** What a claimed class of differentiability says of values, slopes and second derivatives on both sides of plain points. */
export function slopeContradictions(loss: Loss, answer: string): string[] {
  const form = scalarLoss(loss);
  const [only] = 'why' in form ? [] : form.coordinates;
  const order = ORDERS.indexOf(answer);
  if ('why' in form || !only || form.coordinates.length > 1 || !loss.declarations.wrt?.includes(only.parameter) || order < 1) return [];
  const value = evaluator(loss);
  const at: Curve = (x) => value(new Map([[only.name, x]]));
  const points = plainValues(only).filter((x) => x - 0.01 > only.range.lo && x + 0.01 < only.range.hi && Math.abs(x) <= 10);
  for (const x of points.filter((one) => isResolved(at, one))) {
    const found = jump(at, x) ?? (order > 2 ? kink(at, x) : null) ?? (order > 3 ? bend(at, x) : null);
    if (found !== null) return [`${answer}, but ${found}`];
  }
  return [];
}

/** Whether doubles lie close enough, and the steps of the attack too, for the values around a point to be those of the function. */
function isResolved(at: Curve, x: number): boolean {
  const differ = (a: number, b: number, share: number): boolean => !(Math.abs(at(a) - at(b)) <= share * (1 + Math.abs(at(a))));
  return [x - 1e-3, x + 1e-3].every((y) => !differ(y, y * (1 + 1e-14), 1e-5) && !differ(y, y + 1e-6, 1e-2));
}

/** Values on both sides that stay apart however near. */
function jump(at: Curve, x: number): string | null {
  const gaps = [1e-6, 1e-9, 1e-12].map((step) => Math.abs(at(x + step) - at(x - step)));
  const [wide = 0, , near = 0] = gaps;
  const isJump = near > 1e-2 * (1 + Math.abs(at(x))) && wide < 2 * near;
  return isJump ? `values at ${x} are ${at(x - 1e-12)} and ${at(x + 1e-12)}` : null;
}

function kink(at: Curve, x: number): string | null {
  const [step, size] = [1e-6, Math.abs(at(x))];
  const slopes = (h: number): readonly [number, number] => [(at(x) - at(x - h)) / h, (at(x + h) - at(x)) / h];
  const [[left, right], [widerLeft, widerRight]] = [slopes(step), slopes(10 * step)];
  const differ = Math.abs(left - right) > 1e-3 * (1 + Math.abs(left) + Math.abs(right)) + 1e-6 * size;
  return differ && persists(left - right, widerLeft - widerRight) ? `slopes at ${x} are ${left} and ${right}` : null;
}

/** Second derivatives on both sides that stay apart, where the curve does not move within less than the steps they are taken with. */
function bend(at: Curve, x: number): string | null {
  const size = Math.abs(at(x));
  if ([-1e-6, 1e-6].some((step) => Math.abs(at(x + step) - at(x)) > 1e-3 * (1 + size))) return null;
  const seconds = (h: number): readonly [number, number] => [
    (at(x) - 2 * at(x - h) + at(x - 2 * h)) / h ** 2,
    (at(x) - 2 * at(x + h) + at(x + 2 * h)) / h ** 2,
  ];
  const [[left, right], ...nearer] = [seconds(1e-3), seconds(2.5e-4), seconds(6e-5)] as const;
  const differ = Math.abs(left - right) > 2e-2 * (1 + Math.abs(left) + Math.abs(right)) + 1e-5 * size;
  const stays = nearer.every(([l, r]) => Math.abs(l - r - (left - right)) < 0.1 * Math.abs(left - right));
  return differ && stays ? `second derivatives at ${x} are ${left} and ${right}` : null;
}

function persists(near: number, far: number): boolean {
  return Math.abs(far) > 0.5 * Math.abs(near) && Math.abs(far) < 2 * Math.abs(near);
}

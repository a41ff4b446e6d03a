import type { Range } from '../../src/engine/text/line-index';
import type { Drawing, DrawingHazard } from '../../src/protocol/drawing';
import { Probe } from './probe';
import type { Reading } from './probe';
import { switchesOf } from './switches';
import type { Switch } from './switches';
import { axisValue } from './view';
import type { View } from './view';

/** A point of the curve where the loss is not smooth, or where a finding has its witness. */
export interface Mark {
  readonly x: number;
  /** `beyond`: a witness outside of the window, on the edge that it lies behind. */
  readonly kind: 'kink' | 'jump' | 'hazard' | 'beyond';
  /** One-sided slopes of a kink, one-sided values of a jump. */
  readonly left: number;
  readonly right: number;
  /** Slope that the framework's autograd gives exactly there. */
  readonly autograd: number | null;
  readonly message: string;
  readonly place: Range | null;
  /** The finding behind it. */
  readonly hazard: DrawingHazard | null;
}

const MOST = 24;
const HALVINGS = 60;

/** Marks inside the window, from left to right: kinks and jumps found where an operation changes its branch, and witnesses. */
export function marksOf(drawing: Drawing, view: View, exact: Probe, grid: readonly number[]): Mark[] {
  const found = switchesOf(drawing.tape).flatMap((of) =>
    crossings(of, exact, grid).map((x) => ({ x, place: drawing.places[of.slot] ?? null })),
  );
  const framework = new Probe(drawing, view, drawing.arithmetic.format);
  const rough = found.slice(0, MOST).flatMap(({ x, place }) => describe(x, place, exact, framework, view));
  const kinks = rough.filter((mark, i) => !rough.slice(0, i).some((other) => isNear(other.x, mark.x, view)));
  return [...kinks, ...hazards(drawing, view, framework)].sort((a, b) => a.x - b.x);
}

/** Witnesses that are on this curve: the loss fails there with what is held now, too. Those outside of the window stand at its edge. */
function hazards({ hazards }: Drawing, view: View, framework: Probe): Mark[] {
  const { axis, low, high, element } = view;
  return hazards.flatMap((hazard): Mark[] => {
    const value = hazard.at[axis];
    const x = value === undefined ? NaN : axisValue(value, element === 'all' ? 0 : element, view);
    if (Number.isNaN(x)) return [];
    const mark = { left: NaN, right: NaN, autograd: null, message: hazard.message, place: hazard.range, hazard };
    if (x < low || x > high) return [{ ...mark, x: x < low ? low : high, kind: 'beyond' }];
    return isFinite(framework.read(x)) ? [] : [{ ...mark, x, kind: 'hazard' }];
  });
}

/** Where a switch changes side along the grid, each to the precision of a double. */
function crossings({ sides }: Switch, probe: Probe, grid: readonly number[]): number[] {
  const state = (x: number): string => sides(probe.run(x)).join();
  const states = grid.map(state);
  const places: number[] = [];
  for (let i = 1; i < grid.length && places.length < MOST; i++) {
    if (states[i] === states[i - 1]) continue;
    places.push(bisect(grid[i - 1] ?? 0, grid[i] ?? 0, states[i - 1] ?? '', state));
  }
  return places;
}

/** The least double (nearly) at which the state is no longer `left`, made round where a round number near it is as good. */
function bisect(low: number, high: number, left: string, state: (x: number) => string): number {
  let [a, b] = [low, high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (state(middle) === left) a = middle;
    else b = middle;
  }
  const round = Number(b.toPrecision(9));
  return Math.abs(round) < 1e-12 * (high - low) || Math.abs(b) < 1e-9 * (high - low) ? 0 : round;
}

/** What happens at a point, by the values and slopes on either side; nothing where both meet smoothly. */
function describe(x: number, place: Range | null, exact: Probe, framework: Probe, { low, high }: View): Mark[] {
  const step = (high - low) * 1e-6;
  const [left, right] = [exact.read(x - step), exact.read(x + step)];
  const autograd = framework.read(x).slope;
  const scale = 1 + Math.abs(left.slope) + Math.abs(right.slope);
  if (!isFinite(left) || !isFinite(right)) return [];
  if (Math.abs(right.value - left.value) > 100 * step * scale)
    return [{ x, kind: 'jump', left: left.value, right: right.value, autograd, message: '', place, hazard: null }];
  if (Math.abs(right.slope - left.slope) > 1e-3 * scale)
    return [{ x, kind: 'kink', left: left.slope, right: right.slope, autograd, message: '', place, hazard: null }];
  return [];
}

function isFinite({ value, slope }: Reading): boolean {
  return Number.isFinite(value) && Number.isFinite(slope);
}

function isNear(a: number, b: number, { low, high }: View): boolean {
  return Math.abs(a - b) < (high - low) * 1e-5;
}

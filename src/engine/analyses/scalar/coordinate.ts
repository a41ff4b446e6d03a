import { contains, type Interval } from '../../numerics/interval';
import { rememberEach } from '../../ops/shared/remember';

/** A scalar variable: the interval of its values, or the finite set of them. */
export interface Coordinate {
  readonly name: string;
  readonly range: Interval;
  readonly values: readonly number[] | null;
  /** Whether it is under study; everything else is a parameter, the same at all points of one comparison. */
  readonly studied: boolean;
}

/** A generator of numbers in [0, 1) that gives the same sequence for the same seed. */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const FEW_DIGITS = [
  0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 4, -4, 5, -5, 0.25, -0.25, 1.5, -1.5, 8, -8, 10, -10, 0.75, -0.75, 2.5, -2.5, 6, -6, 20, -20, 0.125,
  -0.125, 50, -50, 0.1, 0.9, 0.01, 100, -100,
];
const STEPS = [0, 0.125, 0.25, 0.5, 1, 2, 5];

/** Values of few digits inside a coordinate's domain, the plainest first. */
export function plainValues(coordinate: Coordinate): readonly number[] {
  return coordinate.values ?? plainValuesIn(coordinate.range);
}

const plainValuesIn = rememberEach((range: Interval): readonly number[] => {
  const near = [range.lo, range.hi]
    .filter(Number.isFinite)
    .flatMap((end, i) => STEPS.map((step) => (i === 0 && end === range.lo ? end + step : end - step)));
  const tenths = Number.isFinite(range.hi - range.lo)
    ? Array.from({ length: 9 }, (_, i) => shortened(range.lo + ((i + 1) / 10) * (range.hi - range.lo)))
    : [];
  return [...new Set([...FEW_DIGITS, ...near, ...tenths])].filter((x) => contains(range, x));
});

function shortened(x: number): number {
  return Number(x.toPrecision(4));
}

/** A random value of a coordinate, dense near finite ends and over orders of magnitude elsewhere. */
export function drawn({ range, values }: Coordinate, random: () => number): number {
  if (values) return values[Math.floor(random() * values.length)] as number;
  const { lo, hi } = range;
  const u = random();
  const x = place(lo, hi, u, random());
  return contains(range, x) ? x : Number.isFinite(lo) && Number.isFinite(hi) ? lo + (0.01 + 0.98 * u) * (hi - lo) : x;
}

function place(lo: number, hi: number, u: number, choice: number): number {
  if (Number.isFinite(lo) && Number.isFinite(hi)) {
    const width = hi - lo;
    if (choice < 0.5) return lo + width * u;
    return choice < 0.75 ? lo + width * 10 ** (-6 * u) : hi - width * 10 ** (-6 * u);
  }
  if (Number.isFinite(lo)) return lo + 10 ** (-4 + 7 * u);
  if (Number.isFinite(hi)) return hi - 10 ** (-4 + 7 * u);
  return choice < 0.5 ? (u - 0.5) * 16 : (choice < 0.75 ? -1 : 1) * 10 ** (-3 + 5.3 * u);
}

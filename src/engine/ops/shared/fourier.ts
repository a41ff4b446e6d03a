/** Interleaved complex numbers: real, imaginary, real, … */
export type Pairs = Float64Array;

/** The discrete Fourier transform of a row, not scaled; halves of even length are transformed on their own, so that zeros stay exact. */
export function transformed(row: Pairs, inverse: boolean): Pairs {
  const n = row.length / 2;
  if (n <= 1) return row.slice();
  return n % 2 === 0 ? joined(transformed(picked(row, 0), inverse), transformed(picked(row, 1), inverse), inverse) : direct(row, inverse);
}

/** Every second complex number. */
function picked(row: Pairs, first: number): Pairs {
  const every = new Float64Array(row.length / 2);
  for (let i = 0; i < every.length; i += 2) {
    every[i] = row[2 * i + 2 * first] as number;
    every[i + 1] = row[2 * i + 2 * first + 1] as number;
  }
  return every;
}

function joined(even: Pairs, odd: Pairs, inverse: boolean): Pairs {
  const half = even.length / 2;
  const result = new Float64Array(even.length * 2);
  const [cosines, sines] = circle(2 * half);
  for (let k = 0; k < half; k++) {
    const c = cosines[k] as number;
    const s = inverse ? (sines[k] as number) : -(sines[k] as number) + 0;
    const [a, b] = [odd[2 * k] as number, odd[2 * k + 1] as number];
    const [re, im] = [c === 0 ? -s * b : s === 0 ? c * a : c * a - s * b, c === 0 ? s * a : s === 0 ? c * b : c * b + s * a];
    result[2 * k] = (even[2 * k] as number) + re;
    result[2 * k + 1] = (even[2 * k + 1] as number) + im;
    result[2 * (k + half)] = (even[2 * k] as number) - re;
    result[2 * (k + half) + 1] = (even[2 * k + 1] as number) - im;
  }
  return result;
}

/** Rows of odd length: elements that mirror one another meet first, so that what cancels does. */
function direct(row: Pairs, inverse: boolean): Pairs {
  const n = row.length / 2;
  const result = new Float64Array(row.length);
  const at = (i: number): number => row[i] as number;
  for (let k = 0; k < n; k++) {
    let [re, im] = [at(0), at(1)];
    for (let j = 1; 2 * j < n; j++) {
      const [c, s] = root(j * k, n, inverse);
      const m = n - j;
      re += c * (at(2 * j) + at(2 * m)) - s * (at(2 * j + 1) - at(2 * m + 1));
      im += c * (at(2 * j + 1) + at(2 * m + 1)) + s * (at(2 * j) - at(2 * m));
    }
    result[2 * k] = re;
    result[2 * k + 1] = im;
  }
  return result;
}

/** Cosine and sine of `k` turns out of `n`, exact at the quarters. */
function root(k: number, n: number, inverse: boolean): readonly [number, number] {
  const [cosines, sines] = circle(n);
  const turns = k % n;
  const sine = sines[turns] as number;
  return [cosines[turns] as number, inverse ? sine : -sine + 0];
}

const MOST_CIRCLES = 64;
const circles = new Map<number, readonly [Float64Array, Float64Array]>();

/** Cosines and sines of all parts of a circle that is divided into `n`, made once. */
function circle(n: number): readonly [Float64Array, Float64Array] {
  let parts = circles.get(n);
  if (parts) return parts;
  if (circles.size >= MOST_CIRCLES) circles.clear();
  parts = [Float64Array.from({ length: n }, (_, k) => cosine(k, n)), Float64Array.from({ length: n }, (_, k) => sine(k, n))];
  circles.set(n, parts);
  return parts;
}

function cosine(turns: number, n: number): number {
  return (4 * turns) % n === 0 ? ([1, 0, -1, 0][(4 * turns) / n] ?? 0) : Math.cos((2 * Math.PI * turns) / n);
}

function sine(turns: number, n: number): number {
  return (4 * turns) % n === 0 ? ([0, 1, 0, -1][(4 * turns) / n] ?? 0) : Math.sin((2 * Math.PI * turns) / n);
}

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
  return Float64Array.from({ length: row.length / 2 }, (_, i) => row[4 * (i >> 1) + 2 * first + (i & 1)] as number);
}

function joined(even: Pairs, odd: Pairs, inverse: boolean): Pairs {
  const half = even.length / 2;
  const result = new Float64Array(even.length * 2);
  for (let k = 0; k < half; k++) {
    const [c, s] = root(k, 2 * half, inverse);
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
  const turns = k % n;
  if ((4 * turns) % n === 0) {
    const quarter = (4 * turns) / n;
    const sine = [0, 1, 0, -1][quarter] ?? 0;
    return [[1, 0, -1, 0][quarter] ?? 0, inverse ? sine : -sine + 0];
  }
  const angle = (2 * Math.PI * turns) / n;
  return [Math.cos(angle), inverse ? Math.sin(angle) : -Math.sin(angle)];
}

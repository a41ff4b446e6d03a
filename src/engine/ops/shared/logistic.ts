/** 1 / (1 + e⁻ˣ) in double precision, without overflow. */
export function logistic(x: number): number {
  const small = Math.exp(-Math.abs(x));
  return (x >= 0 ? 1 : small) / (1 + small);
}

/** 1 / (1 + e⁻ˣ) with every step rounded: 0 as soon as e⁻ˣ overflows. */
export function steppedLogistic(x: number, round: (x: number) => number): number {
  return round(1 / round(1 + round(Math.exp(-x))));
}

/** log(1 + eˣ) in double precision, without overflow. */
export function softplusOf(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** xʸ as C and the libraries have it: 1 to any power is 1, also to nan and ∞. */
export function powerOf(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  return x ** y;
}

/** A number as a reader wants it: four digits, a true minus sign, a power of ten where it is very large or small. */
export function numberText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? '∞' : '−∞';
  const size = Math.abs(x);
  const text =
    size !== 0 && (size >= 1e5 || size < 1e-3)
      ? x
          .toExponential(3)
          .replace(/\.?0+e/, 'e')
          .replace('e+', 'e')
      : String(Number(x.toPrecision(4)));
  return text.replace('-', '−').replace('e-', 'e−');
}

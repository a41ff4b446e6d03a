const STRETCHED = /\\left\(((?:(?!\\left|\\right).)*)\\right\)/g;
const TALL = /\\(?:frac|sum|prod|begin|sqrt|cdot\d)/;

/** Parentheses that need not stretch are written plainly: `\sigma(z)` instead of `\sigma\left(z\right)`. */
export function tidyLatex(latex: string): string {
  let current = latex;
  for (;;) {
    const next = current.replace(STRETCHED, (whole, inside: string) =>
      TALL.test(inside) ? whole.replace('\\left(', '\\Left(').replace('\\right)', '\\Right)') : `(${inside})`,
    );
    if (next === current) return next.replaceAll('\\Left(', '\\left(').replaceAll('\\Right)', '\\right)');
    current = next;
  }
}

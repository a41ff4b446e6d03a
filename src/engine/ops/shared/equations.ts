import { type Shape, ShapeError } from '../../numerics/signature';
import type { Contraction } from './contraction';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Reads an einsum equation; `...` stands for as many axes as an operand has beyond its letters. Throws ShapeError. */
export function readEquation(equation: string, shapes: readonly Shape[]): Contraction {
  const [left = '', right] = equation.replaceAll(' ', '').split('->');
  const terms = left.split(',');
  if (terms.length !== shapes.length) throw new ShapeError(`${terms.length} terms for ${shapes.length} operands`);
  const ranks = terms.map((term, k) => (term.includes('...') ? (shapes[k] ?? []).length - (term.length - 3) : 0));
  const most = Math.max(0, ...ranks);
  const dots = (rank: number): string => LETTERS.slice(most - Math.max(0, rank), most);
  const inputs = terms.map((term, k) => term.replace('...', dots(ranks[k] ?? 0)));
  return { inputs, output: right === undefined ? implied(inputs, dots(most)) : right.replace('...', dots(most)) };
}

/** Without an arrow the result has the indices that occur once, in alphabetical order, after those of the dots. */
function implied(inputs: readonly string[], dots: string): string {
  const all = inputs.join('');
  const once = [...new Set(all)].filter((letter) => !dots.includes(letter) && all.indexOf(letter) === all.lastIndexOf(letter));
  return dots + once.sort().join('');
}

/** The contraction of a matrix product with these shapes: leading axes broadcast, vectors lose their axis. Throws ShapeError. */
export function matrixProduct(x: Shape, y: Shape): Contraction {
  if (x.length === 0 || y.length === 0) throw new ShapeError('a matrix product needs at least one axis');
  const batch = Math.max(x.length - 2, y.length - 2, 0);
  const lead = (rank: number): string => LETTERS.slice(batch - Math.max(0, rank - 2), batch);
  const rows = x.length > 1 ? 'i' : '';
  const columns = y.length > 1 ? 'j' : '';
  return { inputs: [`${lead(x.length)}${rows}k`, `${lead(y.length)}k${columns}`], output: LETTERS.slice(0, batch) + rows + columns };
}

import type { Shape } from '../../numerics/signature';
import type { ParsedDeclarations } from '../declarations';

/** Sizes given to the letters of declared shapes, in the order in which the letters appear. */
const SIZES = [2, 3, 4, 5, 6, 7];

/** Shapes that the author declared; a letter stands for the same size everywhere. */
export function declaredShapes(declarations: ParsedDeclarations): Record<string, Shape> {
  const letters = new Map<string, number>();
  const size = (dimension: string | number): number => {
    if (typeof dimension === 'number') return dimension;
    const known = letters.get(dimension) ?? SIZES[letters.size % SIZES.length] ?? 2;
    letters.set(dimension, known);
    return known;
  };
  return Object.fromEntries(declarations.shapes.map(({ name, dimensions }) => [name, dimensions.map(size)]));
}

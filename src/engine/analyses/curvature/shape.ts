/** What is proved of a function: both flags are an affine function, neither is nothing known. */
export interface Shape {
  readonly convex: boolean;
  readonly concave: boolean;
}

/** A constant or affine function. */
export const AFFINE: Shape = { convex: true, concave: true };

/** Nothing is known. */
export const UNKNOWN: Shape = { convex: false, concave: false };

/** Convex, perhaps more. */
export const CONVEX: Shape = { convex: true, concave: false };

/** Concave, perhaps more. */
export const CONCAVE: Shape = { convex: false, concave: true };

/** Shape of -f. */
export function mirrored(shape: Shape): Shape {
  return { convex: shape.concave, concave: shape.convex };
}

/** Whether the function is proved affine. */
export function isAffine(shape: Shape): boolean {
  return shape.convex && shape.concave;
}

/** Shape of a sum. */
export function bothOf(a: Shape, b: Shape): Shape {
  return { convex: a.convex && b.convex, concave: a.concave && b.concave };
}

/** What is known of a function of one variable on an interval. */
export interface Atom extends Shape {
  readonly increasing: boolean;
  readonly decreasing: boolean;
}

/** Shape of an atom applied to a function: the composition rule. */
export function composed(atom: Atom, inner: Shape): Shape {
  if (isAffine(inner)) return { convex: atom.convex, concave: atom.concave };
  return {
    convex: atom.convex && ((atom.increasing && inner.convex) || (atom.decreasing && inner.concave)),
    concave: atom.concave && ((atom.increasing && inner.concave) || (atom.decreasing && inner.convex)),
  };
}

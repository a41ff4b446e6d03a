import type { Shape } from '../../numerics/signature';

/** How a linear model that a loss spells out is shaped. */
export interface LinearModel {
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Whether it gives one number for each row of its data, rather than a row of classes. */
  readonly isVector: boolean;
}

/** Rows are as many as the elements of a vector in the first hypothesis; rows and classes as those of a matrix. */
const ONE_OUTPUT: readonly [Shape, Shape] = [[4, 3], [3]];
const CLASSES: readonly [Shape, Shape] = [
  [2, 4],
  [4, 3],
];

/** A product of two names, neither of them called, indexed, or asked for an attribute. */
const PRODUCT =
  /(?<![\w.])([A-Za-z_]\w*)\s*@\s*([A-Za-z_]\w*)(?![\w.([])|\.(?:matmul|mv|dot)\(\s*([A-Za-z_]\w*)\s*,\s*([A-Za-z_]\w*)\s*\)/g;

const COEFFICIENTS = /^(w|weights?|theta|beta|coefs?|coefficients|params)$/;

/**
 * The linear model `X @ w` of a loss, where both are parameters: with a vector of coefficients where the name of the second says so,
 * or begins small beside a capital; with a matrix where both are capitals. Null where there is no such product.
 */
export function linearModel(source: string, parameters: ReadonlySet<string>): LinearModel | null {
  for (const [, a, b, c, d] of source.matchAll(PRODUCT)) {
    const [left, right] = [a ?? c ?? '', b ?? d ?? ''];
    if (left === right || !parameters.has(left) || !parameters.has(right)) continue;
    const isVector = COEFFICIENTS.test(right) || (/^[A-Z]/.test(left) && /^[a-z]/.test(right));
    if (!isVector && !/^[A-Z]/.test(right)) continue;
    const [data, coefficients] = isVector ? ONE_OUTPUT : CLASSES;
    return { shapes: { [left]: data, [right]: coefficients }, isVector };
  }
  return null;
}

import type { Expression } from '../../ir/expression';
import { formatOf } from '../../numerics/format';
import type { Conventions } from '../../ops/conventions';
import type { Forward } from '../../ops/op';
import { eachTerm } from '../../ops/shared/convolution';
import { eachWindow } from '../../ops/shared/pooling';
import type { TensorBuilder } from './linear';
import type { Algebra, Term } from './term';

/** More products than this are not written out. */
const MOST_PRODUCTS = 4000;

/** What an op is asked when only shapes and attributes matter. */
function asked({ args, attributes, shape }: Expression): Forward {
  const operands = args.map((argument) => ({ shape: argument.shape, kind: argument.kind, values: new Float64Array(0) }));
  return { operands, attributes, shape, format: formatOf('float64'), conventions: {} as Conventions };
}

/** Sums of the products of a kernel and what lies under it. */
function convolution(algebra: Algebra, node: Expression, operands: readonly (readonly Term[])[]): readonly Term[] | null {
  const [x, w] = operands as [readonly Term[], readonly Term[]];
  const sums = new Map<number, Term[]>();
  let products = 0;
  eachTerm(asked(node), (from, tap, y) => {
    if (++products > MOST_PRODUCTS) return;
    const product = algebra.multiply(x[from] as Term, w[tap] as Term);
    const terms = sums.get(y);
    if (terms) terms.push(product);
    else sums.set(y, [product]);
  });
  if (products > MOST_PRODUCTS) return null;
  const length = node.shape.reduce((product, size) => product * size, 1);
  return Array.from({ length }, (_, y) => algebra.add(...(sums.get(y) ?? [])));
}

/** The largest element of each window. */
function largestOfWindows(algebra: Algebra, node: Expression, [x = []]: readonly (readonly Term[])[]): readonly Term[] {
  const result: Term[] = [];
  eachWindow(asked(node), (elements, y) => (result[y] = algebra.apply('max', ...elements.map((i) => x[i] as Term))));
  return result;
}

/** By name of the op registry. */
export const WINDOWS: Readonly<Record<string, TensorBuilder>> = {
  conv2d: convolution,
  max_pool: largestOfWindows,
};

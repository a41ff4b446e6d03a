import { type Expression, inOrder } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { rememberEach } from '../ops/shared/remember';

type ValuesOf = (node: Expression) => Float64Array;

/** Operations that raise an exception where a matrix has no inverse. */
const SOLVES: ReadonlySet<string> = new Set(['inverse', 'solve', 'cholesky']);

/** Operations of which the second operand holds places in the first. */
const LOOKS_UP: ReadonlySet<string> = new Set(['gather', 'take']);

/** The operations of a loss that may raise an exception. JAX raises none: it goes on with what it has. */
const raisingIn = rememberEach(({ body, framework }: Loss): readonly Expression[] =>
  body && framework !== 'jax' ? inOrder(body).filter(({ op }) => SOLVES.has(op) || LOOKS_UP.has(op)) : [],
);

/** Whether the code raises an exception on some inputs before it has a result: a matrix without an inverse, a place behind the end. */
export function raises(loss: Loss, valuesOf: ValuesOf): boolean {
  return raisingIn(loss).some((node) => (SOLVES.has(node.op) ? isSingular(node, valuesOf) : isBeyond(node, valuesOf)));
}

function isSingular(node: Expression, valuesOf: ValuesOf): boolean {
  return node.args.every((argument) => valuesOf(argument).every(Number.isFinite)) && !valuesOf(node).every(Number.isFinite);
}

function isBeyond({ args: [table, places], attributes: { axis } }: Expression, valuesOf: ValuesOf): boolean {
  const size = typeof axis === 'number' ? table?.shape[axis] : undefined;
  return size !== undefined && places !== undefined && valuesOf(places).some((place) => place >= size);
}

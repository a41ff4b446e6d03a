import { inOrder } from '../../src/engine/ir/expression';
import type { Expression } from '../../src/engine/ir/expression';
import type { Loss } from '../../src/engine/ir/loss';
import { formatOf } from '../../src/engine/numerics/format';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { OPS } from '../../src/engine/ops';

const DOUBLE = formatOf('float64');

/** Value of what does not matter because it cancels: a point of every domain that expressions are drawn for. */
const WITHOUT = 0.5;

/** Evaluates a scalar loss by the ops' own forward rules, which the analyses do not use. */
export function evaluator(loss: Loss): (point: ReadonlyMap<string, number>) => number {
  const values = valuesOf(loss);
  return (point) => (loss.body && values(point).get(loss.body)?.[0]) ?? NaN;
}

/** Tells whether an operation of a scalar loss leaves the range of doubles at a point, whatever becomes of it. */
export function overflowing(loss: Loss): (point: ReadonlyMap<string, number>) => boolean {
  const values = valuesOf(loss);
  return (point) => [...values(point).values()].some((list) => list.some((x) => Math.abs(x) === Infinity));
}

function valuesOf(loss: Loss): (point: ReadonlyMap<string, number>) => ReadonlyMap<Expression, Float64Array> {
  const order = loss.body ? inOrder(loss.body) : [];
  return (point) => {
    const values = new Map<Expression, Float64Array>();
    for (const node of order) values.set(node, forward(node, values, point));
    return values;
  };
}

function forward(node: Expression, values: ReadonlyMap<Expression, Float64Array>, point: ReadonlyMap<string, number>): Float64Array {
  if (node.op === 'constant') return Float64Array.of(Number(node.attributes['value']));
  if (node.op === 'parameter') return Float64Array.of(point.get(String(node.attributes['name'])) ?? WITHOUT);
  const operands = node.args.map((arg) => ({ shape: arg.shape, kind: arg.kind, values: values.get(arg) ?? new Float64Array(0) }));
  const at = { operands, attributes: node.attributes, shape: node.shape, format: DOUBLE, conventions };
  return OPS[node.op]?.forward(at) ?? Float64Array.of(NaN);
}

import { coordinatesOf, elementName } from '../../src/engine/analyses/scalar/layout';
import { inOrder } from '../../src/engine/ir/expression';
import type { Expression } from '../../src/engine/ir/expression';
import type { Loss } from '../../src/engine/ir/loss';
import { constantElements } from '../../src/engine/lift/values/constant';
import { formatOf } from '../../src/engine/numerics/format';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { OPS } from '../../src/engine/ops';

const DOUBLE = formatOf('float64');

/** Value of what does not matter because it cancels: a point of every domain that expressions are drawn for. */
const WITHOUT = 0.5;

/** Evaluates a loss, the sum of its elements, by the ops' own forward rules, which the analyses do not use. */
export function evaluator(loss: Loss): (point: ReadonlyMap<string, number>) => number {
  const values = valuesOf(loss);
  return (point) =>
    (loss.body &&
      values(point)
        .get(loss.body)
        ?.reduce((a, b) => a + b, 0)) ??
    NaN;
}

/** Tells whether an operation of a loss leaves the range of doubles at a point, whatever becomes of it. */
export function overflowing(loss: Loss): (point: ReadonlyMap<string, number>) => boolean {
  const values = valuesOf(loss);
  return (point) => [...values(point).values()].some((list) => list.some((x) => Math.abs(x) === Infinity));
}

function valuesOf(loss: Loss): (point: ReadonlyMap<string, number>) => ReadonlyMap<Expression, Float64Array> {
  const order = loss.body ? inOrder(loss.body) : [];
  const defaults = new Map(loss.parameters.flatMap((p) => (typeof p.default === 'number' ? [[p.name, p.default] as const] : [])));
  return (point) => {
    const values = new Map<Expression, Float64Array>();
    for (const node of order) values.set(node, forward(node, values, new Map([...defaults, ...point])));
    return values;
  };
}

function forward(node: Expression, values: ReadonlyMap<Expression, Float64Array>, point: ReadonlyMap<string, number>): Float64Array {
  if (node.op === 'constant') return Float64Array.from(constantElements(node) ?? []);
  if (node.op === 'parameter') {
    const name = String(node.attributes['name']);
    return Float64Array.from(coordinatesOf(node.shape).map((at) => point.get(elementName(name, at)) ?? WITHOUT));
  }
  const operands = node.args.map((arg) => ({ shape: arg.shape, kind: arg.kind, values: values.get(arg) ?? new Float64Array(0) }));
  const at = { operands, attributes: node.attributes, shape: node.shape, format: DOUBLE, conventions };
  return OPS[node.op]?.forward(at) ?? Float64Array.of(NaN);
}

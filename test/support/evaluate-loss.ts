import assert from 'node:assert/strict';
import { conventions } from '../../src/engine/frameworks/loss/conventions';
import { inOrder } from '../../src/engine/ir/expression';
import type { Expression } from '../../src/engine/ir/expression';
import type { Loss } from '../../src/engine/ir/loss';
import { formatOf } from '../../src/engine/numerics/format';
import { OPS } from '../../src/engine/ops';

/** Values of parameters by name, row-major. */
export type Point = Readonly<Record<string, number | readonly number[]>>;

/** The value of a fully read loss in double precision, row-major, by the ops' own forward rules. */
export function evaluateLoss(loss: Loss, point: Point): Float64Array {
  assert.equal(loss.status, 'full', `${loss.name}: ${JSON.stringify(loss.missing)}`);
  assert.ok(loss.body);
  const values = new Map<Expression, Float64Array>();
  for (const node of inOrder(loss.body)) values.set(node, forward(node, values, point));
  return values.get(loss.body) ?? new Float64Array(0);
}

function forward(node: Expression, values: ReadonlyMap<Expression, Float64Array>, point: Point): Float64Array {
  const { value, name } = node.attributes;
  if (node.op === 'constant') return Float64Array.of(Number(value));
  if (node.op === 'parameter') return Float64Array.from([point[String(name)] ?? NaN].flat());
  const operands = node.args.map((arg) => ({ shape: arg.shape, kind: arg.kind, values: values.get(arg) ?? new Float64Array(0) }));
  const op = OPS[node.op];
  assert.ok(op, node.op);
  return op.forward({ operands, attributes: node.attributes, shape: node.shape, format: formatOf('float64'), conventions });
}

/** A small deterministic generator of numbers in (0, 1) (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

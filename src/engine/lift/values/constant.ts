import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { FRAMEWORKS } from '../../frameworks/index';
import { formatOf } from '../../numerics/format';
import { opNamed } from '../../ops/registry';
import { read } from './tensor';
import type { TensorValue } from './value';

/** The elements of a tensor whose values are known, or null. */
export function constantOf(tensor: TensorValue): readonly number[] | null {
  return constantElements(read(tensor));
}

/** The elements of a node whose values are known without rounding: a constant, what moves its elements, a mask or small integers made of it. */
export function constantElements(node: Expression, depth = 0): readonly number[] | null {
  const before = known.get(node);
  if (before) return before;
  const values = elementsOf(node, depth);
  if (values) known.set(node, values);
  return values;
}

/** Elements that were found before. */
const known = new WeakMap<Expression, readonly number[]>();

function elementsOf(node: Expression, depth: number): readonly number[] | null {
  const inner = node.args[0];
  if (SAME.has(node.op) && inner) return constantElements(inner, depth);
  if (node.op === 'to_int' && inner) return constantElements(inner, depth)?.map((value) => Math.trunc(value)) ?? null;
  if (node.op === 'to_float' && inner) return exactly(constantElements(inner, depth));
  if (node.op === 'to_bool' && inner) return constantElements(inner, depth)?.map((value) => Number(value !== 0)) ?? null;
  if (node.op !== 'constant') return computed(node, depth);
  const { value, values } = node.attributes;
  if (typeof value === 'number') return Array.from({ length: sizeOf(node.shape) }, () => value);
  return Array.isArray(values) ? values.map(Number) : null;
}

const SAME = new Set(['reshape', 'stop_gradient']);

/** Operations that move or pick elements. */
const MOVES = new Set(
  'broadcast_to transpose triu tril slice flip roll tile concatenate stack diag take gather index_update max min'.split(' '),
);

/** Operations whose results are truths, exact where the operands are. */
const TRUTHS = new Set('logical_not logical_and logical_or equal not_equal less less_equal greater greater_equal'.split(' '));

/** Operations that are exact on small integers. */
const EXACTLY = new Set('add subtract multiply negative'.split(' '));

const DEEPEST = 64;
const LARGEST = 4096;

/** No float format rounds an integer up to here. */
const EXACT = 256;

/** What an operation makes of known elements, where nothing is rounded on the way. */
function computed(node: Expression, depth: number): readonly number[] | null {
  const exactly = EXACTLY.has(node.op) || (node.op === 'sum' && node.kind === 'int');
  const [moves, decides] = [MOVES.has(node.op), TRUTHS.has(node.op) || exactly];
  if ((!moves && !decides) || depth > DEEPEST || sizeOf(node.shape) > LARGEST) return null;
  const operands = [];
  for (const arg of node.args) {
    const values = constantElements(arg, depth + 1);
    if (!values || (decides && !values.every(isExact))) return null;
    operands.push({ shape: arg.shape, kind: arg.kind, values: Float64Array.from(values) });
  }
  const { attributes, shape, op } = node;
  const forward = opNamed(op)?.forward({
    operands,
    attributes,
    shape,
    format: formatOf('float64'),
    conventions: FRAMEWORKS.numpy.conventions,
  });
  return forward ? Array.from(forward) : null;
}

/** Elements that no float format rounds. */
function exactly(values: readonly number[] | null): readonly number[] | null {
  return values?.every(isExact) === true ? values : null;
}

function isExact(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= EXACT;
}

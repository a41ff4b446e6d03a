import { inOrder, sizeOf, type Expression } from '../../ir/expression';
import { FRAMEWORKS } from '../../frameworks/index';
import { formatOf } from '../../numerics/format';
import { opNamed } from '../../ops/registry';

/** So many assignments are tried, on graphs and nodes no larger than this. */
const TRIES = 6;
const MOST_NODES = 600;
const LARGEST = 4096;

/** Whether a condition on inputs was seen to hold under some of a few assignments. */
export function isSatisfiable(condition: Expression): boolean {
  const order = inOrder(condition);
  if (order.length > MOST_NODES || order.some((node) => sizeOf(node.shape) > LARGEST)) return false;
  return Array.from({ length: TRIES }, (_, turn) => turn).some((turn) => holds(order, condition, turn));
}

function holds(order: readonly Expression[], condition: Expression, turn: number): boolean {
  const known = new Map<Expression, Float64Array>();
  for (const node of order) {
    const values = node.op === 'parameter' || node.op === 'constant' ? leaf(node, turn, known.size) : computed(node, known);
    if (!values) return false;
    known.set(node, values);
  }
  return known.get(condition)?.every((one) => one !== 0) ?? false;
}

/** Constants as they are; whole numbers that repeat, and other numbers that do not, another each turn. */
export function leaf({ op, kind, shape, attributes }: Expression, turn = 0, place = 0): Float64Array {
  const size = sizeOf(shape);
  const { value, values } = attributes;
  if (op === 'constant') return Float64Array.from({ length: size }, (_, i) => Number(Array.isArray(values) ? values[i] : value));
  const whole = kind === 'int' || kind === 'bool' || turn % 2 === 1;
  return Float64Array.from({ length: size }, (_, i) => (whole ? (i + turn) % (2 + turn) : Math.sin(1 + 7 * i + 3 * turn + place)));
}

/** The values of a node whose operands are known. */
export function computed({ op, args, attributes, shape }: Expression, known: ReadonlyMap<Expression, Float64Array>): Float64Array | null {
  const operands = args.map((arg) => ({ shape: arg.shape, kind: arg.kind, values: known.get(arg) ?? new Float64Array(0) }));
  const request = { operands, attributes, shape, format: formatOf('float64'), conventions: FRAMEWORKS.numpy.conventions };
  return opNamed(op)?.forward(request) ?? null;
}

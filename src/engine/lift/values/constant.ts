import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { read } from './tensor';
import type { TensorValue } from './value';

/** The elements of a tensor whose values are known, or null. */
export function constantOf(tensor: TensorValue): readonly number[] | null {
  return constantElements(read(tensor));
}

/** The elements of a node whose values are known without rounding: a constant, reshaped or repeated or not. */
export function constantElements(node: Expression): readonly number[] | null {
  if (node.op === 'reshape' || node.op === 'stop_gradient' || node.op === 'to_int' || node.op === 'to_bool')
    return node.args[0]
      ? (constantElements(node.args[0])?.map((value) => (node.op === 'to_bool' ? Number(value !== 0) : value)) ?? null)
      : null;
  if (node.op === 'broadcast_to') {
    const [inner] = node.args;
    const known = inner ? constantElements(inner) : null;
    return known && new Set(known).size === 1 ? Array.from({ length: sizeOf(node.shape) }, () => known[0] ?? 0) : null;
  }
  if (node.op !== 'constant') return null;
  const { value, values } = node.attributes;
  if (typeof value === 'number') return Array.from({ length: sizeOf(node.shape) }, () => value);
  return Array.isArray(values) ? values.map(Number) : null;
}

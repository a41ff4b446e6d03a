import type { Expression } from '../ir/expression';
import type { FrameworkId } from '../ir/loss';
import { pythonNumber } from './template';

/** Most elements of a tensor that is written out. */
const LONGEST = 64;
const MAKERS: Readonly<Record<FrameworkId, string | null>> = {
  torch: 'torch.tensor',
  jax: 'jax.numpy.array',
  tensorflow: 'tensorflow.constant',
  numpy: 'numpy.array',
  python: null,
  loss: null,
};

/** The function that makes a tensor of nested lists in a library, by canonical name; null where there is none. */
export function tensorMaker(framework: FrameworkId): string | null {
  return MAKERS[framework];
}

/** A number, a uniform tensor as its number, or a small tensor as nested lists; null for a large one. */
export function constantCode(node: Expression): { readonly code: string; readonly nested: boolean } | null {
  const { value, values } = node.attributes;
  if (typeof value === 'number') return { code: pythonNumber(value), nested: false };
  if (!Array.isArray(values) || values.length === 0 || values.length > LONGEST) return null;
  const numbers = values.map(Number);
  const [first = 0] = numbers;
  if (numbers.every((v) => v === first)) return { code: numberCode(first, node), nested: false };
  return { code: nested(numbers, node.shape, node), nested: true };
}

function nested(numbers: readonly number[], shape: readonly number[], node: Expression): string {
  const [size = 1, ...inner] = shape;
  if (shape.length === 0) return numberCode(numbers[0] ?? NaN, node);
  const step = numbers.length / size;
  return `[${Array.from({ length: size }, (_, i) => nested(numbers.slice(i * step, (i + 1) * step), inner, node)).join(', ')}]`;
}

/** A float keeps its point, so that the library makes a float of it. */
function numberCode(x: number, { kind }: Expression): string {
  if (kind === 'bool') return x === 0 ? 'False' : 'True';
  return kind === 'float' && Number.isInteger(x) ? `${x}.0` : pythonNumber(x);
}

import { pythonNumber } from './template';

/** Numbers nested like the tensor they came from; what JSON cannot hold is a string; a large uniform tensor is its shape and value. */
export type Nested = number | 'inf' | '-inf' | 'nan' | readonly Nested[] | { readonly full: readonly number[]; readonly value: Nested };

/** How a library makes a tensor. */
export interface TensorMaker {
  /** A tensor of nested numbers as Python code. */
  tensor(values: string, kind: 'float' | 'int' | 'bool', trained: boolean): string;
  /** A tensor of one value as Python code. */
  full(shape: string, value: string, kind: 'float' | 'int' | 'bool', trained: boolean): string;
  /** A plain number where the library would not take Python's; absent: as Python writes it. */
  number?(value: string): string;
}

/** A tensor, or a plain number for what the loss takes as a Python number. */
export function tensorCode(value: Nested, kind: string, maker: TensorMaker, trained: boolean): string {
  if (kind === 'weak') return maker.number?.(nestedCode(value)) ?? nestedCode(value);
  const written = (part: Nested): string => (kind === 'bool' ? nestedCode(part, (x) => (x === 0 ? 'False' : 'True')) : nestedCode(part));
  const known = kind === 'int' || kind === 'bool' ? kind : 'float';
  const trains = known === 'float' && trained;
  if (typeof value === 'object' && 'full' in value) {
    return maker.full(`(${value.full.join(', ')}${value.full.length === 1 ? ',' : ''})`, written(value.value), known, trains);
  }
  return maker.tensor(written(value), known, trains);
}

function nestedCode(value: Nested, number: (x: number) => string = pythonNumber): string {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return `float('${value}')`;
  if ('full' in value) return nestedCode(value.value, number);
  return `[${value.map((entry) => nestedCode(entry, number)).join(', ')}]`;
}

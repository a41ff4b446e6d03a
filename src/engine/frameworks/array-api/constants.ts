import type { ElementType } from '../framework';

const FORMATS = ['float16', 'bfloat16', 'float32', 'float64'] as const;
const INTEGERS = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'];

/** Mathematical constants under a module's name. */
export function numbers(module: string): Record<string, number> {
  return { [`${module}.pi`]: Math.PI, [`${module}.e`]: Math.E, [`${module}.inf`]: Infinity, [`${module}.nan`]: NaN };
}

/** Element types by name under a module, and by the bare string that libraries take for `dtype`. */
export function elementTypes(module: string): Record<string, ElementType> {
  const bare: [string, ElementType][] = [
    ...FORMATS.map((name): [string, ElementType] => [name, name]),
    ...INTEGERS.map((name): [string, ElementType] => [name, 'int']),
    ['bool', 'bool'],
    ['bool_', 'bool'],
  ];
  return Object.fromEntries([...bare, ...bare.map(([name, type]): [string, ElementType] => [`${module}.${name}`, type])]);
}

import type { Attribute } from '../numerics/signature';
import type { CallableClass, Spelling } from './framework';

/** Parameters that never change a value, in whichever signature they stand. */
const INERT = new Set([
  'device',
  'name',
  'requires_grad',
  'pin_memory',
  'layout',
  'memory_format',
  'non_blocking',
  'precision',
  '_stacklevel',
  'sharding',
  'stable',
  'validate_args',
]);

/** Whether a parameter list may hold one of them, or a receiver. */
const MAY_IGNORE = new RegExp(`\\b(?:self|${[...INERT].join('|')})\\b`);

/** A table of spellings by name. */
export type Spellings = Readonly<Record<string, Spelling>>;

/**
 * One spelling. `mapping` holds `attribute=parameter` and `attribute:value` (JSON), separated by spaces; what it does not
 * mention maps by equal names. `operands` are the parameters that become operands, in the op's order, where they are not
 * simply the first ones.
 */
export function spell(means: string, parameters: string, mapping = '', operands = ''): Spelling {
  const ignored = (MAY_IGNORE.test(parameters) ? namesOf(parameters) : []).filter(
    (name) => INERT.has(name) || (name === 'self' && means.startsWith('lift:') && !mapping.includes('=self')),
  );
  return {
    means,
    parameters,
    ...(mapping === '' ? {} : { attributes: Object.fromEntries(mapping.split(' ').map(sourceOf)) }),
    ...(operands === '' ? {} : { operands: operands.split(' ') }),
    ...(ignored.length > 0 ? { ignored } : {}),
  };
}

/** The words of a literal text. */
type Words<S extends string> = S extends `${infer Head} ${infer Rest}` ? Head | Words<Rest> : S;

/** The part of a word before its `=`. */
type Before<S extends string> = S extends `${infer Name}=${string}` ? Name : S;

/** Spellings that share a parameter list and are named as what they mean: `alike('exp log', 'x')`. */
export function alike<const S extends string>(names: S, parameters: string, mapping = '', operands = ''): Record<Words<S>, Spelling> {
  return table(names.split(' ').map((name): [string, Spelling] => [name, spell(name, parameters, mapping, operands)]));
}

/** Spellings that share a parameter list: `renamed('neg=negative fix=trunc', 'x')`, library name first. */
export function renamed<const S extends string>(
  names: S,
  parameters: string,
  mapping = '',
  operands = '',
): Record<Before<Words<S>>, Spelling> {
  const pairs = names.split(' ').map((pair) => pair.split('='));
  return table(pairs.map(([name = '', means = '']): [string, Spelling] => [name, spell(means, parameters, mapping, operands)]));
}

/** The same table with every name under a module: `under('torch', {exp})` has `torch.exp`. */
export function under<T>(module: string, table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [`${module}.${name}`, value]));
}

/** Aliases for every name of a table: `aliasesFor('tensorflow', 'tensorflow.math', TABLE)` has `tensorflow.exp` → `tensorflow.math.exp`. */
export function aliasesFor(alias: string, module: string, table: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(table).map((name) => [`${alias}.${name}`, `${module}.${name}`]));
}

/** Names in a Python parameter list, in order. */
export function namesOf(parameters: string): string[] {
  return splitTop(parameters)
    .map((part) => part.trim().replace(/^\*+/, '').split('=')[0]?.trim() ?? '')
    .filter((name) => name !== '' && name !== '/');
}

function table<K extends string>(entries: readonly [string, Spelling][]): Record<K, Spelling> {
  return Object.fromEntries(entries) as Record<K, Spelling>;
}

function sourceOf(text: string): [string, { readonly from: string } | { readonly value: Attribute }] {
  const [, name = '', sign, rest = ''] = /^(\w+)([=:])(.*)$/.exec(text) ?? [];
  return [name, sign === '=' ? { from: rest } : { value: JSON.parse(rest) as Attribute }];
}

function splitTop(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth++;
    if (')]}'.includes(c)) depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

/** A table of classes by name. */
export type CallableClasses = Readonly<Record<string, CallableClass>>;

/** A class whose call takes `inputs` and means what a function means, the constructor holding the function's other parameters. */
export function callable(spelling: Spelling, parameters: string, inputs: string): CallableClass {
  const operands = /^(?:lift|loss):/.test(spelling.means) ? {} : { operands: namesOf(inputs) };
  const ignored = [...(spelling.ignored ?? []), ...namesOf(parameters).filter((name) => name === 'name')];
  return { parameters, call: { ...spelling, ...operands, parameters: inputs, ...(ignored.length > 0 ? { ignored } : {}) } };
}

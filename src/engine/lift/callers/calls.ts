import type { PyNode } from '../../syntax/python/node';
import { bare } from '../losses/candidate';

/** What a library is called where its functions are called. */
export const LIBRARY = /^(torch|np|numpy|jnp|jax|tf|F|K|nn|functional|ops|keras|math|special)(\.\w+)*$/;

/** The arguments of a call. */
export function argumentsOf(call: PyNode): readonly PyNode[] {
  return call.field('arguments')?.children ?? [];
}

/** Where a parameter stands in a signature, -1 where it does not. */
export function placeOf(definition: PyNode, parameter: string): number {
  return parametersOf(definition).findIndex((one) => nameOf(one) === parameter);
}

/** The default of a parameter, or null. */
export function defaultOf(definition: PyNode, parameter: string): PyNode | null {
  return (
    parametersOf(definition)
      .find((one) => nameOf(one) === parameter)
      ?.field('value') ?? null
  );
}

function parametersOf(definition: PyNode): readonly PyNode[] {
  return definition.field('parameters')?.children ?? [];
}

function nameOf(parameter: PyNode): string {
  return /^\w+/.exec(parameter.text)?.[0] ?? '';
}

/** What a call passes for a parameter, by keyword or by place; null where it passes nothing that can be told. */
export function argumentAt(call: PyNode, parameter: string, place: number): PyNode | null {
  const given = argumentsOf(call);
  const named = given.find((one) => one.type === 'keyword_argument' && one.field('name')?.text === parameter);
  if (named) return named.field('value');
  const [before, own] = [given.slice(0, place), given[place]];
  const plain = [...before, own].every((one) => one !== undefined && !/^(keyword_argument|list_splat|dictionary_splat)$/.test(one.type));
  return plain ? (own ?? null) : null;
}

/** The parameter that a call hands an argument to, and the function it is one of: a class's is that of its constructor; null where it cannot be told. */
export function parameterAt(definition: PyNode, call: PyNode, argument: PyNode): { readonly name: string; readonly within: PyNode } | null {
  const isClass = definition.type === 'class_definition';
  const within = isClass ? methodsOf(definition).find((one) => one.field('name')?.text === '__init__') : definition;
  if (!within) return null;
  const names = parametersOf(within).map(nameOf);
  const named = argument.type === 'keyword_argument' ? argument.field('name')?.text : undefined;
  const given = argumentsOf(call);
  const place = given.indexOf(argument);
  const isPlain = given.slice(0, place + 1).every(({ type }) => !/^(list_splat|dictionary_splat)$/.test(type));
  const skipped = isClass || isMethod(within) ? 1 : 0;
  const name = named ?? (isPlain ? names[place + skipped] : undefined);
  return name !== undefined && names.includes(name) && !isSplat(within, name) ? { name, within } : null;
}

/** Whether a call passes no more than a function takes, and nothing by a name that it does not have: another one of the name is meant else. */
export function isFitting(definition: PyNode, call: PyNode): boolean {
  const parameters = parametersOf(definition);
  if (parameters.some(({ text }) => text.startsWith('*')) || definition.parent?.type === 'decorated_definition') return true;
  const names = parameters.map(nameOf);
  const given = argumentsOf(call);
  const named = given.flatMap((one) => (one.type === 'keyword_argument' ? (one.field('name')?.text ?? '') : []));
  const plain = given.filter(({ type }) => !/^(keyword_argument|list_splat|dictionary_splat)$/.test(type));
  return plain.length <= names.length - (isMethod(definition) ? 1 : 0) && named.every((one) => names.includes(one));
}

function isMethod(definition: PyNode): boolean {
  return /^(self|cls)$/.test(parametersOf(definition).map(nameOf)[0] ?? '');
}

function isSplat(definition: PyNode, name: string): boolean {
  return parametersOf(definition).some((one) => one.text === `*${name}` || one.text === `**${name}`);
}

/** The methods of a class. */
export function methodsOf(owner: PyNode): readonly PyNode[] {
  return (owner.field('body')?.children ?? []).map(bare).filter(({ type }) => type === 'function_definition');
}

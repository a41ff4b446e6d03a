import type { PyNode } from '../../syntax/python/node';
import { bare } from '../losses/candidate';

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

/** The methods of a class. */
export function methodsOf(owner: PyNode): readonly PyNode[] {
  return (owner.field('body')?.children ?? []).map(bare).filter(({ type }) => type === 'function_definition');
}

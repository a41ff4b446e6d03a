import { asNumber } from '../values/apply';
import type { Arguments, Value } from '../values/value';

/** Functions of torch that once took their factors by place, and the names of these in that order. */
const FACTORS: readonly (readonly [name: RegExp, factors: readonly string[], tensors: number])[] = [
  [/^(addmm|addmv|addbmm|baddbmm|addr)_?$/, ['beta', 'alpha'], 2],
  [/^(addcmul|addcdiv)_?$/, ['value'], 2],
  [/^(add|sub)_?$/, ['alpha'], 1],
];

/** Arguments of a method in torch's older order, where its factors come first: `x.addmm_(1, -2, a, b)`; as they are otherwise. */
export function inPresentOrder(name: string, args: Arguments): Arguments {
  const [, factors, tensors = 0] = FACTORS.find(([pattern]) => pattern.test(name)) ?? [];
  const given = args.positional.length - tensors;
  const numbers = args.positional.slice(0, given);
  if (!factors || given < 1 || given > factors.length || !numbers.every(isNumber)) return args;
  const named = numbers.map((number, i): [string, Value] => [factors[i] ?? '', number]);
  return { ...args, positional: args.positional.slice(given), keywords: new Map([...args.keywords, ...named]) };
}

function isNumber(value: Value): boolean {
  return asNumber(value) !== null;
}

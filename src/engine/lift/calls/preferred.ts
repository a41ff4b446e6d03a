import type { Machine } from '../machine';
import { Bound } from '../primitives/bound';
import { castTo } from '../primitives/cast';
import { Unreadable } from '../state/unreadable';
import { expressionOf } from '../values/tensor';
import type { Arguments, Value } from '../values/value';

/** The parameter by which JAX's products say in which format they hand on. */
const NAME = 'preferred_element_type';

/** A call of a product that may say in which format it hands its result on: floats in that format; whole numbers are refused. */
export function inPreferred(machine: Machine, args: Arguments, call: (args: Arguments) => Value): Value {
  const preferred = args.keywords.get(NAME);
  if (!preferred || preferred.kind === 'none') return call(args);
  const kind = new Bound(machine, new Map([['dtype', preferred]])).dtype('dtype');
  if (kind?.kind !== 'float') throw new Unreadable(`a product of ${NAME} other than a known format of floats`);
  const result = call({ ...args, keywords: new Map([...args.keywords].filter(([name]) => name !== NAME)) });
  if (expressionOf(machine, result).kind !== 'float') throw new Unreadable(`a product of integers with ${NAME}`);
  return castTo(machine, result, kind);
}

import type { Attributes } from '../numerics/signature';
import { opNamed } from '../ops/registry';
import { ZERO, literal } from './algebra';
import type { Term } from './term';

/** What the names in an op's formulas stand for: its operands and its numeric attributes. */
export function namesOf(op: string, args: readonly Term[], attributes: Attributes): ReadonlyMap<string, Term> {
  const definition = opNamed(op);
  const names = new Map<string, Term>();
  for (const [name, value] of Object.entries({ ...definition?.attributes, ...attributes }))
    if (typeof value === 'number') names.set(name, literal(value));
  const operands = definition?.operands ?? [];
  if (operands !== 'variadic') operands.forEach((name, i) => names.set(name, args[i] ?? ZERO));
  return names;
}

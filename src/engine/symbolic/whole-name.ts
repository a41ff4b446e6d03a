import type { Expression } from '../ir/expression';
import type { Attributes } from '../numerics/signature';
import { plainName } from './names';
import { NoFormula } from './no-formula';

/** Words shorter or better known than the registry's. */
const KNOWN: Readonly<Record<string, string>> = {
  topk_values: 'top',
  index_update: 'update',
  conv2d: 'conv',
  count_nonzero: 'nonzeros',
};

/** What an op of whole tensors, or a function that the author hands in, is called in a formula. */
export function wholeName(op: string, attributes: Attributes): string {
  const word = KNOWN[op] ?? plainName(op);
  const name = `\\operatorname{${word.replaceAll('_', '\\_')}}`;
  if (op === 'topk_values') return `${name}_{${String(attributes.k)}}`;
  return op === 'sort' && attributes.descending === true ? `${name}^{\\downarrow}` : name;
}

/** What a whole op is called: by what the author calls it where it was not read, and then only by a name. */
export function wordOf({ op, attributes }: Expression): string {
  if (op === 'random') return String(attributes.distribution);
  if (op !== 'opaque') return op;
  const name = String(attributes.name);
  if (!/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)) throw new NoFormula('an operation that was not read');
  return name;
}

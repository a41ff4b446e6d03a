import { itemsOf } from '../values/plain';
import type { Arguments } from '../values/value';

/** The method of torch that does what a method called so does: only an array of numpy's turns all of its axes by `transpose`. */
export function asTorchHasIt(name: string, { positional, keywords }: Arguments): string {
  const [first] = positional;
  const all = positional.length > 2 || (positional.length === 1 && first !== undefined && itemsOf(first) !== null);
  return name === 'transpose' && all && keywords.size === 0 ? 'permute' : name;
}

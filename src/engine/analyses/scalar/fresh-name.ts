import type { Algebra } from './term';

/** A name for a new variable that no other one has. */
export function freshName({ domains }: Algebra): string {
  let name = 'u';
  for (let i = 1; domains.has(name); i++) name = `u${i}`;
  return name;
}

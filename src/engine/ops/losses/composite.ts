import type { Signature } from '../../numerics/signature';
import type { Composite } from './build';
import { Kit } from './kit';

/** A composite from its name, its sentence, its canonical parameters, and what it builds. */
export function composite(name: string, summary: string, parameters: string, body: <E extends Signature>(k: Kit<E>) => E): Composite {
  return { name, summary, parameters, build: (b, given) => body(new Kit(b, given)) };
}

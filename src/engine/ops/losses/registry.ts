import type { Composite } from './build';
import { COMPOSITES } from './index';

const BY_NAME: ReadonlyMap<string, Composite> = new Map(COMPOSITES.map((composite) => [composite.name, composite]));

/** The composite of this name, the part after `loss:` in a spelling. */
export function compositeNamed(name: string): Composite | undefined {
  return BY_NAME.get(name);
}

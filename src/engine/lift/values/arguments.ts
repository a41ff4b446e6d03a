import type { Arguments, Value } from './value';

/** Arguments by position only. */
export function positional(...values: readonly Value[]): Arguments {
  return { positional: values, keywords: new Map() };
}

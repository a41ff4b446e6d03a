import type { Value } from './value';

/** Evaluated arguments of one call. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** Arguments by position only. */
export function positional(...values: readonly Value[]): Arguments {
  return { positional: values, keywords: new Map() };
}

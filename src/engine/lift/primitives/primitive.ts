import type { Machine } from '../machine';
import type { Value } from '../values/value';
import type { Bound } from './bound';

/** What a primitive does with its arguments. Throws Unreadable, Raised, ShapeError. */
export type Primitive = (machine: Machine, at: Bound, depth: number) => Value;

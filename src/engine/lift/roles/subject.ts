import type { PassedDomain } from '../callers/passed-domain';
import type { Domain } from '../../ir/domain';
import type { Expression } from '../../ir/expression';
import type { Role } from '../../ir/loss';
import type { GuardFinding } from './from-guards';

/** A parameter of which the role is asked. */
export interface Subject {
  readonly path: string;
  /** What the code calls it: the path, but for a part of something that was unpacked. */
  readonly word: string;
  readonly leaf: Expression | null;
  readonly declaredRole: Role | null;
  readonly declaredDomain: Domain | null;
  /** Whether it is a single number or switch of the configuration. */
  readonly configured: boolean;
  /** Whether the loss object is built with it, once for all its calls. */
  readonly built: boolean;
  readonly callable: boolean;
  /** Whether it is data that a model is given. */
  readonly fed: boolean;
  /** Whether it is a parameter of the model. */
  readonly trained?: boolean;
  /** What assertions leave to its elements. */
  readonly demanded: GuardFinding | null;
  /** Whether the file speaks of sequences of tokens. */
  readonly tokens: boolean;
  /** What the documentation says of its elements. */
  readonly documented: Domain | null;
  /** Where a library's likelihood takes it for logarithms of probabilities, as ` at line 4`; null where none does. */
  readonly logged: string | null;
  /** What all calls of the function leave to its elements. */
  readonly passed: PassedDomain | null;
}

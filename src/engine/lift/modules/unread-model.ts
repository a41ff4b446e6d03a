import { isModelName } from '../roles/names';
import type { Value } from '../values/value';

/** A model that code makes which was not read, no data among what it is made of, is as free as one that is passed in. */
export function modelOr(value: Value, name: string, path = name): Value {
  return value.kind === 'opaque' && value.inputs.length === 0 && isModelName(name) ? { kind: 'free', path } : value;
}

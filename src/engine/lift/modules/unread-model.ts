import { isModelName } from '../roles/names';
import type { Value } from '../values/value';

/** A model, or data read from files, that code makes which was not read, no data among what it is made of, is as free as what is passed in. */
export function modelOr(value: Value, name: string, path = name): Value {
  const free = value.kind === 'opaque' && value.inputs.length === 0 && (isModelName(name) || READ.test(value.what));
  return free ? { kind: 'free', path } : value;
}

/** A call that reads data from outside the program. */
const READ = /(^|[._])(load|read|fetch|download|imread|loadtxt|genfromtxt)(_\w+)?$|(^|[._])(load|read|fetch)er$|^build_dataset$/;

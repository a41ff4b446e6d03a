import type { Machine } from '../machine';
import { applyNodes } from '../values/apply';
import { opaque } from '../values/opaque';
import { tensorOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** What a decomposition gives, by its names: the numbers are told, the vectors are a gap where they are used. */
function decomposed(machine: Machine, at: Bound, op: string): Value {
  const values = tensorOf(machine, applyNodes(machine, op, [at.node('x')]));
  if (!at.flag('vectors')) return values;
  const names = at.text('names').split('/');
  return tuple(
    names.map((name) => (name === at.text('numbers') ? values : opaque(machine, name, 'the vectors of a decomposition', [at.value('x')]))),
    names,
  );
}

/** Singular values and eigenvalues. */
export const DECOMPOSITIONS = {
  svd: (machine, at) => decomposed(machine, at, 'singular_values'),
  eigh: (machine, at) => decomposed(machine, at, 'eigenvalues'),
} satisfies Record<string, Primitive>;

import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { expressionOf, tensorOf } from '../values/tensor';
import type { ObjectValue, Value } from '../values/value';
import { addIndex, indexTensor, writeIndex } from './index-tensor';

/** The library name of `array.at[index]`. */
export const AT = 'jax.at';

const OPS: Readonly<Record<string, string>> = {
  multiply: 'multiply',
  mul: 'multiply',
  divide: 'divide',
  power: 'power',
  min: 'minimum',
  max: 'maximum',
};

/** `array.at[index]`: a place of an array, to be read or written in a copy. */
export function placeAt(machine: Machine, array: Value, index: Value): ObjectValue {
  const entries: [string, Value][] = [
    ['array', array],
    ['index', index],
  ];
  return {
    kind: 'object',
    model: null,
    library: AT,
    constructed: null,
    attributes: machine.journal.cell<ReadonlyMap<string, Value>>(new Map(entries)),
  };
}

/** `array.at[index].set(value)` and its kin: a new array. Throws Unreadable, ShapeError. */
export function updated(machine: Machine, place: ObjectValue, name: string, value: Value | undefined): Value {
  const [array, index] = ['array', 'index'].map((key) => place.attributes.value.get(key));
  if (!array || !index) throw new Unreadable('an unfinished .at');
  if (name === 'get') return indexTensor(machine, array, index);
  if (!value) throw new Unreadable(`.at[].${name} without a value`);
  const copy = tensorOf(machine, expressionOf(machine, array));
  if (name === 'add') addIndex(machine, copy, index, value);
  else if (name === 'set') writeIndex(machine, copy, index, value);
  else if (OPS[name]) writeIndex(machine, copy, index, machine.apply(OPS[name], [indexTensor(machine, array, index), value]));
  else throw new Unreadable(`.at[].${name} is not modelled`);
  return copy;
}

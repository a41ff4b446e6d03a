import type { Machine } from '../machine';
import { itemsOf } from '../values/plain';
import type { Value } from '../values/value';

/** Tells a module, and those that it holds, whether they train. */
export function setTraining(machine: Machine, value: Value, training: boolean, depth = 0): void {
  if (depth > DEEPEST_MODULE) return;
  for (const item of itemsOf(value) ?? []) setTraining(machine, item, training, depth + 1);
  if (value.kind !== 'object') return;
  for (const held of value.attributes.value.values()) setTraining(machine, held, training, depth + 1);
  machine.journal.set(value.attributes, new Map(value.attributes.value).set('training', { kind: 'boolean', value: training }));
}

const DEEPEST_MODULE = 12;

/** Whether a value is False. */
export function isFalse(value: Value | undefined): boolean {
  return value?.kind === 'boolean' && !value.value;
}

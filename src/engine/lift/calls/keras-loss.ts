import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { positional } from '../values/arguments';
import { text, type Arguments, type ObjectValue, type Value } from '../values/value';

/** What every loss object of Keras does with what its `call` gives: `__call__` reduces it. */
const LOSS = /^keras\.losses\./;

/** Whether a class of a library is a loss of Keras. */
export function isKerasLoss(library: string | null | undefined): boolean {
  return library !== null && library !== undefined && LOSS.test(library);
}

/** The arguments of a constructor, so that the object does not reduce: for its `call`, which gives one number for each sample. */
export function unreduced(constructed: Arguments): Arguments {
  return { ...constructed, keywords: new Map(constructed.keywords).set('reduction', text('none')) };
}

/** An instance of an author's own loss is called: its `call`, reduced as its constructor was told. Throws Unreadable. */
export function callOwnLoss(machine: Machine, loss: ObjectValue, method: Value, args: Arguments, depth: number): Value {
  const weight = args.keywords.get('sample_weight') ?? args.positional[2];
  if (weight && weight.kind !== 'none') throw new Unreadable('sample weights of a loss object');
  const pair = [args.positional[0] ?? args.keywords.get('y_true'), args.positional[1] ?? args.keywords.get('y_pred')];
  const values = machine.call(method, positional(...pair.flatMap((one) => (one ? [one] : []))), depth);
  const reduction = loss.attributes.value.get('reduction') ?? text('sum_over_batch_size');
  if (reduction.kind === 'none' || (reduction.kind === 'text' && reduction.value === 'none')) return values;
  if (reduction.kind !== 'text' || !REDUCED.test(reduction.value)) throw new Unreadable('a reduction that is not known');
  return machine.apply(reduction.value === 'sum' ? 'sum' : 'mean', [values], { axes: null, keepdims: false });
}

/** What a loss object of Keras 2 answers when its own code asks how it reduces. */
export function asksReduction(loss: ObjectValue): Value {
  const given = loss.attributes.value.get('reduction') ?? text('auto');
  const known = given.kind === 'text' && given.value === 'auto' ? { ...given, value: 'sum_over_batch_size' } : given;
  return { kind: 'native', name: '_get_reduction', call: () => known };
}

const REDUCED = /^(sum|mean|sum_over_batch_size|auto)$/;

import type { Expression } from '../../ir/expression';
import { sourceOf } from '../inputs/source';
import type { Machine } from '../machine';
import { isLengthName } from '../roles/names';
import { Raised, Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { compare } from '../values/arithmetic';
import { iterate } from '../values/iterate';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';

/** Python's `max` and `min`. Throws Unreadable, Raised. */
export function extreme(machine: Machine, op: 'maximum' | 'minimum', args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value {
  if (keywords.has('key')) throw new Unreadable('max() by a key');
  const lengths = args.length === 1 && args[0] ? lengthsOf(machine, args[0]) : null;
  if (lengths) return tensorOf(machine, applyNodes(machine, op === 'maximum' ? 'max' : 'min', [lengths], { axes: [0], keepdims: false }));
  const items = args.length === 1 && args[0] ? iterate(machine, args[0]) : args;
  const [first = keywords.get('default'), ...rest] = items;
  if (!first) throw new Raised('max() of an empty sequence');
  return rest.reduce((best, item) => {
    const [x, y] = [asNumber(best), asNumber(item)];
    if (x && y) return (op === 'maximum' ? y.value > x.value : y.value < x.value) ? item : best;
    const node = compare(machine, op === 'maximum' ? '>' : '<', item, best);
    return node.kind === 'boolean'
      ? node.value
        ? item
        : best
      : tensorOf(machine, machine.graph.apply('select', [expressionOf(machine, node), ...alike(machine, item, best)]));
  }, first);
}

/** A vector of integers, or of lengths; null for any other value. */
function lengthsOf(machine: Machine, value: Value): Expression | null {
  if (!isArray(value) || (value.kind === 'free' && machine.inputs.isList(value.path))) return null;
  const node = expressionOf(machine, value);
  const counts = node.shape.length === 1 && (node.kind === 'int' || isLengthName(sourceOf(node) ?? ''));
  return counts && !machine.graph.selectionOf(node) ? node : null;
}

/** Two values of which one is chosen: an integer of Python beside an integer of the graph is one too. */
function alike(machine: Machine, a: Value, b: Value): Expression[] {
  const nodes = [a, b].map((value) => expressionOf(machine, value));
  if (!nodes.some((node) => node.kind === 'int')) return nodes;
  return nodes.map((node, i) => {
    const number = asNumber(i === 0 ? a : b);
    return number?.integer && node.kind === 'weak' ? machine.graph.apply('to_int', [node]) : node;
  });
}

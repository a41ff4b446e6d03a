import { sizeOf, type Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes } from '../values/apply';
import { integerOf, itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import type { Value } from '../values/value';
import type { Bound } from './bound';

/** One side of a pattern: groups of axis names; `(h w)` is a group of two, `1` an empty one. */
type Side = readonly (readonly string[])[];

/** `rearrange`, `reduce` and `repeat` of einops: split, permute, reduce or repeat, merge. */
export function einops(machine: Machine, at: Bound, what: 'rearrange' | 'reduce' | 'repeat'): Value {
  const node = stacked(machine, at);
  const [left, right] = at
    .text('pattern')
    .split('->')
    .map((side) => sideOf(side, node.shape.length));
  if (!left || !right) throw new Unreadable('an einops pattern without ->');
  const sizes = sizesOf(at, left, node);
  const names = left.flat();
  const wanted = right.flat();
  let current = applyNodes(machine, 'reshape', [node], { shape: names.map((name) => sizes.get(name) ?? 1) });
  let order = names;
  const dropped = names.flatMap((name, axis) => (wanted.includes(name) ? [] : [axis]));
  if (dropped.length > 0) {
    if (what !== 'reduce') throw new Unreadable('an einops axis that disappears');
    current = applyNodes(machine, at.text('reduction'), [current], { axes: dropped, keepdims: false });
    order = names.filter((name) => wanted.includes(name));
  }
  const kept = wanted.filter((name) => order.includes(name));
  const axes = kept.map((name) => order.indexOf(name));
  if (axes.some((axis, i) => axis !== i)) current = applyNodes(machine, 'transpose', [current], { axes });
  if (wanted.length > kept.length) {
    current = applyNodes(machine, 'reshape', [current], {
      shape: wanted.map((name) => (kept.includes(name) ? (sizes.get(name) ?? 1) : 1)),
    });
    current = applyNodes(machine, 'broadcast_to', [current], { shape: wanted.map((name) => sizes.get(name) ?? 1) });
  }
  const shape = right.map((group) => group.reduce((product, name) => product * (sizes.get(name) ?? 1), 1));
  return tensorOf(machine, applyNodes(machine, 'reshape', [current], { shape }));
}

function stacked(machine: Machine, at: Bound): Expression {
  const items = itemsOf(at.value('x'));
  return items
    ? machine.graph.apply(
        'stack',
        items.map((item) => expressionOf(machine, item)),
        { axis: 0 },
      )
    : at.node('x');
}

function sideOf(text: string, rank: number): Side {
  const groups: string[][] = [];
  for (const [, group, name] of text.matchAll(/\(([^)]*)\)|(\.\.\.|\w+)/g)) {
    if (group !== undefined) groups.push(group.split(/\s+/).filter((one) => one !== '' && one !== '1'));
    else groups.push(name === '1' || name === undefined ? [] : [name]);
  }
  const dots = groups.findIndex((group) => group[0] === '...');
  if (dots < 0) return groups;
  const missing = rank - (groups.length - 1);
  return [...groups.slice(0, dots), ...Array.from({ length: missing }, (_, i) => [`...${i}`]), ...groups.slice(dots + 1)];
}

function sizesOf(at: Bound, left: Side, node: Expression): Map<string, number> {
  const sizes = new Map<string, number>();
  const given = at.value('sizes');
  if (given.kind === 'tuple') given.names?.forEach((name, i) => sizes.set(name, integerOf(given.items[i] ?? given, name)));
  if (left.length !== node.shape.length)
    throw new ShapeError(`an einops pattern of ${left.length} axes for a tensor with ${node.shape.length}`);
  left.forEach((group, axis) => {
    const unknown = group.filter((name) => !sizes.has(name));
    const known = sizeOf(group.filter((name) => sizes.has(name)).map((name) => sizes.get(name) ?? 1));
    const [only] = unknown;
    if (unknown.length > 1) throw new Unreadable('einops sizes that are not given');
    if (only !== undefined) sizes.set(only, (node.shape[axis] ?? 1) / known);
    if (sizeOf(group.map((name) => sizes.get(name) ?? 1)) !== node.shape[axis]) throw new ShapeError('einops sizes do not fit');
  });
  return sizes;
}

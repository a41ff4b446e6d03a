import { sizeOf, type Expression } from '../../ir/expression';
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
  const [from, to] = at.text('pattern').split('->').map(groupsIn);
  if (!from || !to) throw new Unreadable('an einops pattern without ->');
  const further = node.shape.length - (from.length - 1);
  const [left, right] = [spread(from, further), spread(to, further)];
  const sizes = sizesOf(machine, at, left, node);
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

/** The groups of one side, `...` a group of its own. */
function groupsIn(text: string): Side {
  return [...text.matchAll(/\(([^)]*)\)|(\.\.\.|\w+)/g)].map(([, group, name]) => {
    if (group !== undefined) return group.split(/\s+/).filter((one) => one !== '' && one !== '1');
    return name === '1' || name === undefined ? [] : [name];
  });
}

/** One side with so many axes in place of `...`, the same ones on both. */
function spread(groups: Side, further: number): Side {
  const dots = groups.findIndex((group) => group[0] === '...');
  if (dots < 0) return groups;
  return [...groups.slice(0, dots), ...Array.from({ length: Math.max(0, further) }, (_, i) => [`...${i}`]), ...groups.slice(dots + 1)];
}

/** The size of each name: given, or what is left of its axis. */
function sizesOf(machine: Machine, at: Bound, left: Side, node: Expression): Map<string, number> {
  const sizes = new Map<string, number>();
  const given = at.value('sizes');
  if (given.kind === 'tuple') given.names?.forEach((name, i) => sizes.set(name, integerOf(given.items[i] ?? given, name)));
  const groups = left.map((group) => ({
    open: group.filter((name) => !sizes.has(name)),
    known: sizeOf(group.map((name) => sizes.get(name) ?? 1)),
  }));
  const misfit = (why: string): never => {
    const fitting = groups.map(({ open, known }, axis) => (open.length === 0 ? known : known > 1 ? 2 * known : (USUAL[axis] ?? 2)));
    return machine.graph.misfit('einops', [node], { fitting }, why);
  };
  if (left.length !== node.shape.length) misfit(`an einops pattern of ${left.length} axes for a tensor with ${node.shape.length}`);
  groups.forEach(({ open, known }, axis) => {
    const size = node.shape[axis] ?? 1;
    const [only] = open;
    if (open.length > 1) throw new Unreadable('einops sizes that are not given');
    if (only === undefined ? size !== known : size % known !== 0) misfit('einops sizes do not fit');
    if (only !== undefined) sizes.set(only, size / known);
  });
  return sizes;
}

/** Sizes of axes that differ, so that nothing broadcasts by chance. */
const USUAL = [2, 3, 4, 5, 6];

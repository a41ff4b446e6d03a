import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { positional } from '../values/arguments';
import { NONE, boolean, text, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

const library = (name: string): Value => ({ kind: 'library', name });

/** `torch.nn.functional.triplet_margin_with_distance_loss`: the distance is a function, Euclidean unless one is given. */
function triplet(machine: Machine, at: Bound, depth: number): Value {
  const measure = at.has('distance') ? at.value('distance') : library('torch.nn.functional.pairwise_distance');
  const distance = (x: string, y: string): Value => machine.call(measure, positional(at.value(x), at.value(y)), depth);
  const near = distance('anchor', 'positive');
  const far = distance('anchor', 'negative');
  const least = at.flag('swap') ? machine.apply('minimum', [far, distance('positive', 'negative')]) : far;
  const gap = machine.apply('add', [machine.apply('subtract', [near, least]), at.value('margin')]);
  const losses = machine.apply('clip', [gap, { kind: 'number', value: 0, integer: true, node: null }, INFINITY]);
  const reduction = at.text('reduction');
  if (reduction === 'none') return losses;
  if (reduction !== 'mean' && reduction !== 'sum') throw new Unreadable(`reduction=${reduction}`);
  return machine.apply(reduction, [losses], { axes: null, keepdims: false });
}

const INFINITY: Value = { kind: 'number', value: Infinity, integer: false, node: null };

/** `optax.losses.make_fenchel_young_loss(max_fun)`: what it makes, a function of scores and targets. */
function fenchelYoung(machine: Machine, at: Bound, depth: number): Value {
  const best = at.value('f');
  return {
    kind: 'native',
    name: 'fenchel_young_loss',
    call: ({ positional: given, keywords }) => {
      if (keywords.size > 0 || given.length !== 2) throw new Unreadable('a Fenchel-Young loss with options');
      const [scores = NONE, targets = NONE] = given;
      const names = new Map<string, Value>([['signature', text('(n)->()')]]);
      const rows = machine.call(library('jax.numpy.vectorize'), { positional: [best], keywords: names }, depth);
      const product = machine.apply('multiply', [scores, targets]);
      const dot = machine.call(
        library('jax.numpy.sum'),
        {
          positional: [product],
          keywords: new Map([
            ['axis', { kind: 'number', value: -1, integer: true, node: null } as const],
            ['keepdims', boolean(false)],
          ]),
        },
        depth,
      );
      return machine.apply('subtract', [machine.call(rows, positional(scores), depth), dot]);
    },
  };
}

/** Losses of functions that the caller brings. */
export const BY_FUNCTION = {
  triplet_with_distance: triplet,
  fenchel_young: fenchelYoung,
} satisfies Record<string, Primitive>;

import { type LostGuard, lostGuard } from '../analyses/guards';
import type { Hazard } from '../analyses/hazard';
import type { Expression } from '../ir/expression';
import { hazardRule } from './hazard-rule';
import type { Rule } from './rule';
import type { View } from './view';

/** A rule about a constant that was to prevent a hazard and does not survive the format. */
export interface GuardPattern {
  readonly name: string;
  readonly rank: number;
  readonly how: LostGuard['how'];
  /** Which constant expressions it speaks of; absent: all. */
  readonly only?: (node: Expression) => boolean;
}

/** Makes the rule of a lost guard; what is underlined is the constant, or the operation that it guards. */
export function guardRule({ name, rank, how, only }: GuardPattern): Rule {
  const guardOf = (hazard: Hazard): LostGuard | null => {
    const guard = lostGuard(hazard);
    return guard?.how === how && (only?.(guard.node) ?? true) ? guard : null;
  };
  return hazardRule({
    name,
    rank,
    matches: (hazard) => guardOf(hazard) !== null,
    place: (hazard, view) => guardedBy(guardOf(hazard), hazard, view),
  });
}

/** A computed constant stands where it is computed; a literal, where it is put to use. */
function guardedBy(guard: LostGuard | null, hazard: Hazard, view: View): Expression {
  if (!guard || guard.node === hazard.node) return hazard.node;
  return guard.node.args.length > 0 ? guard.node : (view.usersOf(guard.node)[0] ?? hazard.node);
}

import type { Domain } from '../ir/domain';
import { admits, hullOf } from '../ir/domain';
import type { Loss } from '../ir/loss';
import * as rationals from '../numerics/rational';
import { ONE, ZERO } from './algebra';
import { mapParts, rewrite } from './rewrite';
import type { Term } from './term';

/** The term without conditions that the declared domains of parameters settle: a class index is never the label to ignore. */
export function decided(term: Term, loss: Loss): Term {
  const known = new Map(loss.parameters.filter((p) => p.source !== 'assumed').map((p) => [p.name, p.domain]));
  const memo = new Map<string, Term>();
  const change = (part: Term): Term => {
    const before = memo.get(part.key);
    if (before) return before;
    const after = settled(part, known) ?? mapParts(part, change);
    memo.set(part.key, after);
    return after;
  };
  const changed = change(term);
  return changed.key === term.key ? term : rewrite(changed);
}

function settled(term: Term, domains: ReadonlyMap<string, Domain>): Term | null {
  const [x, y] = term.kind === 'apply' ? term.args : [];
  const domain = x?.kind === 'symbol' ? domains.get(x.name) : undefined;
  if (term.kind !== 'apply' || !domain || y?.kind !== 'number') return null;
  const answer = holds(term.op, domain, rationals.toNumber(y.value));
  return answer === null ? null : answer ? ONE : ZERO;
}

/** Whether a comparison holds for every value, for none, or, as null, for some. */
function holds(op: string, domain: Domain, bound: number): boolean | null {
  const { low, high, lowOpen, highOpen } = hullOf(domain);
  const below = high < bound || (high === bound && highOpen);
  const above = low > bound || (low === bound && lowOpen);
  if (op === 'equal' && !admits(domain, bound)) return false;
  if (op === 'not_equal' && !admits(domain, bound)) return true;
  if (op === 'less') return below ? true : low >= bound ? false : null;
  if (op === 'greater') return above ? true : high <= bound ? false : null;
  if (op === 'less_equal') return high <= bound ? true : above ? false : null;
  if (op === 'greater_equal') return low >= bound ? true : below ? false : null;
  return null;
}

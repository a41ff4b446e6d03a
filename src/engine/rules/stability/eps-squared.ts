import { formatOf } from '../../numerics/format';
import type { Expression } from '../../ir/expression';
import type { Hazard } from '../../analyses/hazard';
import type { Found, Rule, RuleContext } from '../rule';
import { divisorOf } from '../division';
import { guardRule } from '../guard-rule';
import { hazardRule } from '../hazard-rule';
import { constantOf, isOp } from '../view';

const square = guardRule({ name: 'eps-squared', rank: 82, how: 'vanished', only: isOp('power', 'square', 'multiply') });
const product = hazardRule({ name: 'eps-squared', rank: 82, matches: dividesByProductOfGuards });

/** An epsilon that survives and whose square, or whose product with another, does not. */
export const epsSquared: Rule = {
  ...square,
  *find(context: RuleContext): Iterable<Found> {
    yield* square.find(context);
    yield* product.find(context);
  },
};

function dividesByProductOfGuards({ node, computedIn }: Hazard): boolean {
  const divisor = divisorOf(node);
  const floors = divisor?.op === 'multiply' ? divisor.args.map(floorOf) : [];
  const [first, second] = floors;
  return first != null && second != null && formatOf(computedIn).round(first * second) === 0;
}

/** The positive constant that an operand is kept above. */
function floorOf({ op, args: [x, y] }: Expression): number | null {
  if (!['clip', 'maximum', 'add'].includes(op) || !x || !y) return null;
  const floor = constantOf(y) ?? constantOf(x);
  return floor !== null && floor > 0 ? floor : null;
}

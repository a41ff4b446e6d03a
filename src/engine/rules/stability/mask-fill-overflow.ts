import { lostGuard } from '../../analyses/guards';
import { guardRule } from '../guard-rule';
import type { Found, Rule, RuleContext } from '../rule';

const rule = guardRule({ name: 'mask-fill-overflow', rank: 80, how: 'overflowed' });

/** A mask value such as -1e15 that the format turns into -inf; half precision holds 1e4. */
export const maskFillOverflow: Rule = {
  ...rule,
  *find(context: RuleContext): Iterable<Found> {
    for (const found of rule.find(context)) {
      const edit = smaller(found, context);
      yield edit ? { ...found, edit } : found;
    }
  },
};

const NUMBER = /(?<![\w.])\d[\d_.]*(e[+-]?\d+)?(?![\w.])/gi;

/** The author's text with the number that is too large replaced; null where the number stands elsewhere. */
function smaller({ span, hazard }: Found, { textAt }: RuleContext): Found['edit'] | null {
  const guard = hazard && lostGuard(hazard);
  const text = textAt(span);
  const size = Math.abs(guard?.exact ?? NaN);
  const numbers = [...text.matchAll(NUMBER)].filter(([number]) => Number(number.replaceAll('_', '')) === size);
  const [found] = numbers;
  if (!found || numbers.length > 1) return null;
  return { span, newText: `${text.slice(0, found.index)}1e4${text.slice(found.index + found[0].length)}` };
}

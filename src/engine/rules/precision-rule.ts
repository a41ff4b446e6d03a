import { type Probe, precisionLossAt } from '../analyses/precision';
import { type Expression, type Graph, inOrder } from '../ir/expression';
import { numberText, textOf } from '../ir/expression-text';
import { stableForm } from '../write/stable/stable-form';
import { concerned, givenTexts } from './hazard-rule';
import type { Found, Rule, RuleContext, Severity } from './rule';
import { constantOf, isOp, type View } from './view';

/** A rule about digits lost to cancellation. */
export interface PrecisionPattern {
  readonly name: string;
  readonly severity: Extract<Severity, 'information' | 'warning'>;
  readonly probe: Probe;
  /** Relative error from which it is worth saying. */
  readonly from: number;
  matches(node: Expression): boolean;
  /** A form that keeps the digits, where it is no known stable form. */
  rewrite?(node: Expression, graph: Graph): Expression | null;
}

/** Makes the rule of a pattern: it speaks where the working format really loses that much. */
export function precisionRule(pattern: PrecisionPattern): Rule {
  const code = `stability/${pattern.name}`;
  return {
    code,
    group: 'stability',
    defaultSeverity: pattern.severity,
    summary: `${pattern.name}.summary`,
    *find(context: RuleContext): Iterable<Found> {
      const { body } = context.loss;
      for (const node of body ? inOrder(body).filter((n) => pattern.matches(n)) : []) {
        const found = foundAt(pattern, code, node, context);
        if (found) yield found;
      }
    },
  };
}

function foundAt(pattern: PrecisionPattern, code: string, node: Expression, { loss, view, stability }: RuleContext): Found | null {
  const lost = precisionLossAt(loss, node, stability.arithmetic, pattern.probe);
  if (!lost || lost.relative < pattern.from) return null;
  const by = pattern.rewrite?.(node, loss.graph) ?? stableForm(loss.graph, node);
  const slots = {
    expression: textOf(node),
    at: givenTexts(concerned({ node, given: lost.given })),
    got: numberText(lost.computed),
    exact: numberText(lost.exact),
    error: `${numberText(Math.min(100, Math.round(1000 * lost.relative) / 10))} %`,
    dtype: stability.arithmetic.format,
  };
  return {
    code,
    severity: loss.fate || isFloored(node, view) ? 'information' : pattern.severity,
    span: view.placeOf(node),
    messageId: `${pattern.name}.digits`,
    arguments: slots,
    related: [],
    hazard: null,
    witness: null,
    rewrite: by && { node, by },
    rank: 20,
  };
}

/** Whether what is left of a difference is kept above a bound: then the author knows of the rounding. */
function isFloored(node: Expression, view: View): boolean {
  return view.downstream(node, 2).some((user) => FLOORS(user) || choosesBySign(user, node));
}

const FLOORS = isOp('clip', 'maximum', 'relu');

/** Whether a choice puts a number in the place of what is negative. */
function choosesBySign({ op, args: [condition, x, y] }: Expression, node: Expression): boolean {
  const compared = op === 'where' && condition !== undefined && isOp('less', 'less_equal', 'greater', 'greater_equal')(condition);
  return compared && condition.args.includes(node) && [x, y].some((arm) => arm !== undefined && constantOf(arm) !== null);
}

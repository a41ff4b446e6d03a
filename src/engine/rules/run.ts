import { inOrder } from '../ir/expression';
import { HANDED_ON } from '../ir/handed-on';
import { gradientFlowOf } from '../analyses/gradient-flow';
import type { Hazard } from '../analyses/hazard';
import type { Stability } from '../analyses/stability';
import type { Loss } from '../ir/loss';
import type { Span } from '../text/span';
import { isSelectionMean } from './counted-mean';
import { RULES } from './index';
import { repairOf } from './repair';
import { FAULTS } from './rule';
import type { Found, Related, Rule, RuleContext } from './rule';
import { View } from './view';

/** At most this many findings of the stability group are shown for a loss; the rest is told with the first. */
const SHOWN = 3;

/** What rules look at in one loss; `text` is what its spans refer to. */
export function contextOf(loss: Loss, stability: Stability, text: string): RuleContext {
  const textAt = ({ start, end, source }: Span): string => (source === undefined ? text.slice(start, end) : '');
  return { loss, view: new View(loss), stability, gradientFlow: gradientFlowOf(loss), shape: null, textAt };
}

/**
 * The faults that the rules find in one loss: of the rules that explain one hazard the most specific, one finding per
 * cause and place, in the order of the source. Rules silenced for the whole loss find nothing.
 */
export function findFaults(context: RuleContext): readonly Found[] {
  const all = foundBy(QUICK, context).filter((found) => !isToldInItsFile(found, context.view));
  const best = all.filter((found) => found.hazard === null || found === mostSpecific(all, found.hazard));
  const told = onePerLine(onePerOperation(onePerConstruct(onePerPlace(best))), context).map((found) => repaired(found, context));
  return folded(told).sort((a, b) => a.span.start - b.span.start);
}

/** What is worth knowing of one loss, found by the rules that {@link findFaults} leaves out. */
export function findFacts(context: RuleContext): readonly Found[] {
  return onePerPlace(foundBy(SLOW, context)).sort((a, b) => a.span.start - b.span.start);
}

const SLOW = RULES.filter((rule) => rule.ofShape || !FAULTS.has(rule.group));
const QUICK = RULES.filter((rule) => !SLOW.includes(rule));

function foundBy(rules: readonly Rule[], context: RuleContext): readonly Found[] {
  const silent = context.loss.declarations.ignored;
  return rules.filter((rule) => !silent.includes(rule.code) && !silent.includes('*')).flatMap((rule) => [...rule.find(context)]);
}

/** Whether what goes wrong stands whole in other texts, in a loss that is told itself of it; what is handed on may stand here. */
function isToldInItsFile({ hazard, span: { told } }: Found, view: View): boolean {
  if (!told) return false;
  const made = hazard ? inOrder(hazard.node).filter(({ op, args }) => args.length > 0 && !HANDED_ON.has(op)) : [];
  return made.every((node) => !view.isWritten(node) || view.placeOf(node).source !== undefined);
}

/** A hazard's finding with the rewriting that cures it. */
function repaired(found: Found, { view, stability }: RuleContext): Found {
  if (!found.hazard || found.rewrite || isSelectionMean(found.hazard.node, view)) return found;
  return { ...found, rewrite: repairOf(found.hazard, view, stability.arithmetic) };
}

function mostSpecific(all: readonly Found[], hazard: Hazard): Found | undefined {
  return all
    .filter((found) => found.hazard === hazard)
    .reduce<Found | undefined>((best, found) => (best && best.rank >= found.rank ? best : found), undefined);
}

/** Findings of one rule at one place have one cause. */
function onePerPlace(findings: readonly Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const found of findings) {
    const key = `${found.code} ${found.span.source ?? ''}:${found.span.start}-${found.span.end}`;
    if (!kept.has(key)) kept.set(key, found);
  }
  return [...kept.values()];
}

/** Rules that speak of a construct of several operations, of which each can break: told once, where the first one does. */
const CONSTRUCTS: ReadonlySet<string> = new Set(
  ['softmax-no-max-shift', 'log-of-sum-exp', 'sinkhorn-underflow'].map((name) => `stability/${name}`),
);

function onePerConstruct(findings: readonly Found[]): Found[] {
  return findings.filter(
    ({ code, hazard, severity }) =>
      !hazard ||
      !CONSTRUCTS.has(code) ||
      !findings.some(
        (other) =>
          other.code === code &&
          other.hazard &&
          other.hazard !== hazard &&
          gravity(other) <= gravity({ severity }) &&
          inOrder(hazard.node).includes(other.hazard.node),
      ),
  );
}

/** Several ways of one operation to break are one finding: the gravest, then the most specific; the others are told with it. */
function onePerOperation(findings: readonly Found[]): Found[] {
  const numeric = findings.filter((found) => found.hazard !== null && isGrave(found));
  const placeOf = ({ span }: Found): string => `${span.source ?? ''}:${span.start}-${span.end}`;
  return findings.flatMap((found) => {
    const group = numeric.filter((other) => placeOf(other) === placeOf(found));
    if (group.length < 2 || !numeric.includes(found)) return [found];
    const [first, ...rest] = [...group].sort((a, b) => gravity(a) - gravity(b) || b.rank - a.rank);
    return found === first ? [{ ...found, related: [...found.related, ...rest.map(told)] }] : [];
  });
}

/** Rules whose cause is a scale that runs away, wherever in a loss its exponential stands. */
const ONCE: ReadonlySet<string> = new Set(['stability/exp-logvar']);

/** What is complained of twice on one line is told once: log(p) and log(1 - p) of a logit, two norms of a cosine. */
function onePerLine(findings: readonly Found[], { textAt }: RuleContext): Found[] {
  const kept = new Map<string, Found>();
  for (const found of findings) {
    const { span, code } = found;
    const line = `${span.source ?? ''}:${textAt({ start: 0, end: span.start }).split('\n').length}`;
    const place = ONCE.has(code) ? '' : line;
    const key = found.hazard && isGrave(found) && span.source === undefined ? `${code} ${place}` : `${kept.size}`;
    const known = kept.get(key);
    const [first, second] = known && gravity(found) < gravity(known) ? [found, known] : [known ?? found, known && found];
    kept.set(key, second ? { ...first, related: [...first.related, told(second)] } : first);
  }
  return [...kept.values()];
}

function gravity({ severity }: Pick<Found, 'severity'>): number {
  return severity === 'error' ? 0 : 1;
}

function told({ span, messageId, arguments: slots }: Found): Related {
  return { span, messageId, arguments: slots };
}

/** Keeps the gravest few of the stability findings; the rest becomes related information of the first. */
function folded(findings: readonly Found[]): Found[] {
  const numeric = findings.filter((found) => found.code.startsWith('stability/') && isGrave(found)).sort(byWeight);
  const [first] = numeric;
  const rest = numeric.slice(SHOWN);
  if (!first || rest.length === 0) return [...findings];
  const shown = findings.filter((found) => !rest.includes(found));
  return shown.map((found) => (found === first ? { ...found, related: [...found.related, ...rest.map(told)] } : found));
}

function isGrave({ severity }: Found): boolean {
  return severity === 'error' || severity === 'warning';
}

function byWeight(a: Found, b: Found): number {
  return gravity(a) - gravity(b) || a.span.start - b.span.start;
}

import { type Expression, inOrder } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';

/** Whether training can move a prediction, and which operations stop it. */
export interface GradientFlow {
  readonly answer: 'flows' | 'blocked' | 'partial' | 'unused';
  /** Operations that let the value through and no gradient, nearest to the prediction first. */
  readonly blockers: readonly Expression[];
}

const BLOCKS: ReadonlySet<string> = new Set([
  'stop_gradient',
  'argmax',
  'argmin',
  'round',
  'floor',
  'ceil',
  'trunc',
  'sign',
  'heaviside',
  'floor_divide',
  'one_hot',
  'to_int',
  'to_bool',
  'count_nonzero',
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'equal',
  'not_equal',
  'isnan',
  'isinf',
  'isfinite',
  'logical_and',
  'logical_or',
  'logical_not',
  'any',
  'all',
]);

/** Gradient flow to every variable of a loss, by name; nothing where autograd does not see the body, or where what was not read may carry it. */
export function gradientFlowOf(loss: Loss): ReadonlyMap<string, GradientFlow> {
  const flows = new Map<string, GradientFlow>();
  if (!loss.body || loss.withoutAutograd) return flows;
  const order = inOrder(loss.body);
  for (const parameter of variablesOf(loss)) {
    const flow = flowTo(parameter, order, loss.body, seenFrom(loss.body, new Set((loss.handmade ?? []).map(({ slopes }) => slopes))));
    const seen = loss.status === 'full' || flow.answer === 'flows' || flow.answer === 'partial';
    if (seen) flows.set(parameter.name, flow);
  }
  return flows;
}

/** Nodes of the code, without those that stand for a backward pass written by hand. */
function seenFrom(body: Expression, slopes: ReadonlySet<Expression>): ReadonlySet<Expression> {
  const seen = new Set<Expression>();
  const open = [body];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const [value, slope] = node.args;
    if (value && slope && slopes.has(slope)) open.push(value.op === 'stop_gradient' ? (value.args[0] ?? value) : value);
    else open.push(...node.args);
  }
  return seen;
}

function flowTo({ node }: Parameter, order: readonly Expression[], body: Expression, seen: ReadonlySet<Expression>): GradientFlow {
  if (!node || !order.includes(node)) return { answer: 'unused', blockers: [] };
  const carries = carriersOf(node, order);
  const blockers = order.filter((n) => seen.has(n) && blocksAll(n) && n.args.some((a) => carries.has(a)));
  const reaches = carries.has(body);
  if (!reaches) return { answer: 'blocked', blockers };
  return { answer: blockers.some((n) => n.op === 'stop_gradient') ? 'partial' : 'flows', blockers };
}

/** Nodes whose value depends on the leaf through operations that pass a gradient. */
export function carriersOf(leaf: Expression, order: readonly Expression[]): ReadonlySet<Expression> {
  const carries = new Set<Expression>([leaf]);
  for (const node of order) {
    if (!blocksAll(node) && passingOperands(node).some((a) => carries.has(a))) carries.add(node);
  }
  return carries;
}

function blocksAll(node: Expression): boolean {
  return BLOCKS.has(node.op) || node.kind === 'int' || node.kind === 'bool';
}

/** Operands that get a gradient: conditions and indices get none. */
export function passingOperands({ op, args }: Expression): readonly Expression[] {
  if (op === 'where' || op === 'select' || op === 'surrogate') return args.slice(1);
  return args.filter((a) => a.kind === 'float' || a.kind === 'weak');
}

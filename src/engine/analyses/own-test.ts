import { type Expression, inOrder } from '../ir/expression';
import type { Blame } from './hazard';
import type { Input } from './inputs';
import type { Places } from './places';

const COMPARISONS: ReadonlySet<string> = new Set([
  'greater',
  'greater_equal',
  'less',
  'less_equal',
  'equal',
  'not_equal',
  'isfinite',
  'isnan',
  'isinf',
]);

/**
 * Whether the author tests what an operation is taken of, and puts something else where the test fails: values outside
 * the operation's domain are expected then, and are no matter of what the caller must see to.
 */
export function isTested({ node, operand }: Blame, spoilsValue: boolean, inputs: readonly Input[], places: Places): boolean {
  const held = new Set(inputs.filter(({ quantity }) => quantity === 'held').map((input) => input.node));
  const tested = new Set(inOrder(node.args[operand] ?? node).filter((inner) => inner.op === 'parameter' && !held.has(inner)));
  const seen = new Set<Expression>([node]);
  for (const inner of seen) {
    for (const user of places.usersOf(inner)) {
      if (gateOf(user, inner, spoilsValue).some((gate) => asks(gate, tested, node))) return true;
      seen.add(user);
    }
  }
  return false;
}

/** What decides whether an operand of a node counts: the condition of a choice, which keeps the value whole, or the other factors of a product, which do not. */
function gateOf({ op, args }: Expression, operand: Expression, spoilsValue: boolean): readonly Expression[] {
  if (op === 'where') return !spoilsValue && args[0] && args[0] !== operand ? [args[0]] : [];
  return op === 'multiply' && spoilsValue ? args.filter((argument) => argument !== operand && isTruth(argument)) : [];
}

function isTruth({ op, kind, args: [x] }: Expression): boolean {
  return kind === 'bool' || ((op === 'to_float' || op === 'cast') && x !== undefined && isTruth(x));
}

/** Whether a gate compares an argument, other than by what came out of the operation; or asks whether that is a number. */
function asks(gate: Expression, tested: ReadonlySet<Expression>, origin: Expression): boolean {
  return inOrder(gate).some((test) => COMPARISONS.has(test.op) && isOf(test, tested, IS_NUMBER.has(test.op) ? null : origin));
}

const IS_NUMBER: ReadonlySet<string> = new Set(['isfinite', 'isnan', 'isinf']);

function isOf(root: Expression, tested: ReadonlySet<Expression>, without: Expression | null): boolean {
  const seen = new Set<Expression>([root]);
  for (const node of seen) {
    if (tested.has(node)) return true;
    for (const argument of node.args) if (argument !== without) seen.add(argument);
  }
  return false;
}

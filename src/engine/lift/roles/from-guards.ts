import { interval, type Domain } from '../../ir/domain';
import type { Expression } from '../../ir/expression';
import { numberIn } from './evidence';

/** A condition that the code demands of its inputs, and where. */
export interface Demand {
  readonly condition: Expression;
  readonly where: string;
}

/** What assertions say of a parameter's elements. */
export interface GuardFinding {
  readonly domain: Domain;
  readonly because: string;
}

interface Bounds {
  low: number;
  lowOpen: boolean;
  high: number;
  highOpen: boolean;
}

/** Comparison that holds where another one fails. */
const OPPOSITE: Readonly<Record<string, string>> = {
  less: 'greater_equal',
  less_equal: 'greater',
  greater: 'less_equal',
  greater_equal: 'less',
};

const MIRRORED: Readonly<Record<string, string>> = {
  less: 'greater',
  less_equal: 'greater_equal',
  greater: 'less',
  greater_equal: 'less_equal',
};

const SHOWS = new Set(['reshape', 'stop_gradient', 'to_float', 'identity', 'transpose', 'cast']);

/** The interval that the demands leave to a leaf's elements, or null when they say nothing of it. */
export function demandedDomain(leaf: Expression, demands: readonly Demand[]): GuardFinding | null {
  const bounds: Bounds = { low: -Infinity, lowOpen: true, high: Infinity, highOpen: true };
  let because: string | null = null;
  for (const { condition, where } of demands) if (narrow(bounds, leaf, condition, false, 0)) because ??= `demanded${where}`;
  return because === null || bounds.low > bounds.high
    ? null
    : { domain: interval(bounds.low, bounds.high, bounds.lowOpen, bounds.highOpen), because };
}

/** Narrows the bounds by one condition, or by its opposite; whether it says anything. */
function narrow(bounds: Bounds, leaf: Expression, condition: Expression, failing: boolean, depth: number): boolean {
  const [a, b] = condition.args;
  if (!a || depth > 12) return false;
  const inner = (node: Expression, opposite = failing): boolean => narrow(bounds, leaf, node, opposite, depth + 1);
  switch (condition.op) {
    case 'logical_not':
      return inner(a, !failing);
    case 'logical_and':
    case 'logical_or': {
      const both = b && (condition.op === 'logical_and') !== failing;
      return both ? [inner(a), inner(b)].some(Boolean) : false;
    }
    case 'all':
      return failing ? false : inner(a);
    case 'any':
      return failing ? inner(a) : false;
    case 'reshape':
    case 'to_bool':
      return inner(a);
    default:
      return compared(bounds, leaf, condition, failing);
  }
}

function compared(bounds: Bounds, leaf: Expression, { op, args: [a, b] }: Expression, failing: boolean): boolean {
  const relation = failing ? OPPOSITE[op] : op;
  if (!a || !b || relation === undefined || !(relation in MIRRORED)) return false;
  const [left, right] = [numberIn(a), numberIn(b)];
  if (shows(a, leaf, relation) && right !== null) return bound(bounds, relation, right);
  return left !== null && shows(b, leaf, MIRRORED[relation] ?? '') && bound(bounds, MIRRORED[relation] ?? '', left);
}

/** The leaf itself, or its extreme on the side that the relation bounds. */
function shows(node: Expression, leaf: Expression, relation: string): boolean {
  if (node === leaf) return true;
  const extreme = node.op === 'min' ? relation.startsWith('greater') : node.op === 'max' ? relation.startsWith('less') : SHOWS.has(node.op);
  return extreme && node.args[0] !== undefined && shows(node.args[0], leaf, relation);
}

function bound(bounds: Bounds, relation: string, value: number): boolean {
  const open = !relation.endsWith('_equal');
  if (relation.startsWith('greater') && value >= bounds.low) Object.assign(bounds, { low: value, lowOpen: open });
  if (relation.startsWith('less') && value <= bounds.high) Object.assign(bounds, { high: value, highOpen: open });
  return true;
}

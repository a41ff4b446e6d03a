import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { formatOf } from '../numerics/format';
import type { Interval } from '../numerics/interval';
import type { Facts } from '../ops/op';
import { opNamed } from '../ops/registry';
import { ordinaryRanges } from './range';
import type { FrameworkArithmetic } from './replay';

/** What is known of one operation inside a loss, for ordinary inputs. */
export interface OperationFacts {
  readonly values: Interval;
  /** What its operands can be. */
  readonly operands: readonly Interval[];
  /** Its derivative in its only real operand `x` as a mathjs formula; null where it has several, or none. */
  readonly derivative: string | null;
  /** The slopes that the framework gives at the ends of the operand's range; null where there is no single operand. */
  readonly slopes: readonly [atLow: number, atHigh: number] | null;
}

/** Ranges and slope of a node of a loss. */
export function operationFacts(loss: Loss, node: Expression, arithmetic: FrameworkArithmetic): OperationFacts {
  const ranges = ordinaryRanges(loss, arithmetic);
  const known = (of: Expression): Interval => ranges.get(of) ?? { lo: -Infinity, hi: Infinity, loOpen: true, hiOpen: true, nan: true };
  const operands = node.args.map(known);
  const [only] = operands;
  const facts = opNamed(node.op)?.facts;
  const single = only !== undefined && node.args.length === 1 && facts !== undefined;
  return {
    values: known(node),
    operands,
    derivative: single ? derivativeOf(facts) : null,
    slopes: single ? [slopeAt(node, only.lo, arithmetic), slopeAt(node, only.hi, arithmetic)] : null,
  };
}

function derivativeOf({ derivatives }: Facts): string | null {
  return derivatives[0] ?? null;
}

/** The slope of an elementwise operation at a value of its operand, by the framework's own formula. */
function slopeAt({ op: name, attributes }: Expression, x: number, { format, flushesSubnormals, conventions }: FrameworkArithmetic): number {
  const op = opNamed(name);
  if (!op) return NaN;
  const own = formatOf(format, flushesSubnormals && format === 'float32');
  const operands = [{ values: Float64Array.of(own.round(x)), shape: [], kind: 'float' as const }];
  const at = { operands, attributes, shape: [], format: own, conventions };
  const result = op.forward(at);
  return op.backward({ ...at, result, gradient: Float64Array.of(1) })[0]?.[0] ?? NaN;
}

import type { Expression } from '../../ir/expression';
import { ShapeError, type Attributes } from '../../numerics/signature';
import type { Machine } from '../machine';
import { largestOf } from '../inputs/source';
import { opaque } from './opaque';
import { fold } from './scalar';
import { expressionOf, tensorOf } from './tensor';
import type { NumberValue, Value } from './value';

/** Applies an op of the registry to values: Python numbers stay Python numbers, all else becomes a tensor. */
export function apply(machine: Machine, op: string, operands: readonly Value[], attributes: Attributes = {}): Value {
  const plain = operands.map(asNumber);
  if (plain.every((value) => value !== null)) {
    const folded = fold(op, plain);
    if (folded)
      return { kind: 'number', ...folded, node: numberNode(machine, op, plain, folded), ...(isExtent(op, plain) ? { counts: true } : {}) };
  }
  const nodes = whole(machine, op, operands) ?? operands.map((value) => expressionOf(machine, value));
  try {
    return tensorOf(machine, applyNodes(machine, op, nodes, attributes));
  } catch (error) {
    if (!(error instanceof ShapeError) || !operands.some((value) => value.kind === 'opaque')) throw error;
    return opaque(machine, op, 'its operand was not read', operands);
  }
}

/** Whether a number of elements comes out: sizes multiplied. */
function isExtent(op: string, operands: readonly NumberValue[]): boolean {
  return op === 'multiply' && operands.some((x) => x.counts) && operands.every((x) => x.counts || x.value === 1);
}

const WHOLE = new Set(['add', 'subtract', 'multiply', 'floor_divide', 'mod', 'power', 'maximum', 'minimum', 'clip', 'where', 'select']);

/** Operands where Python integers meet integer tensors and stay integers; null for any other operation. */
function whole(machine: Machine, op: string, operands: readonly Value[]): Expression[] | null {
  if (!WHOLE.has(op)) return null;
  const plain = operands.map(asNumber);
  const nodes = operands.map((value, i) =>
    plain[i] && !plain[i].node && (isWhole(plain[i]) || isNoBound(op, plain[i]))
      ? machine.graph.constant(plain[i].value, 'int')
      : expressionOf(machine, value),
  );
  const integers = nodes.every((node) => node.kind === 'int' || node.kind === 'bool');
  return integers && nodes.some((node, i) => !plain[i] && node.kind === 'int') ? nodes : null;
}

function isWhole({ value, integer }: NumberValue): boolean {
  return integer && Number.isInteger(value);
}

/** A side to which nothing is kept in bounds. */
function isNoBound(op: string, { value }: NumberValue): boolean {
  return op === 'clip' && Math.abs(value) === Infinity;
}

/** Applies an op to nodes, records the evaluation, and cuts the gradient inside `no_grad`. */
export function applyNodes(machine: Machine, op: string, nodes: readonly Expression[], attributes: Attributes = {}): Expression {
  machine.trace.step();
  const frozen = machine.trace.frozen > 0;
  const args = frozen ? nodes.map(uncut) : nodes;
  const node = machine.graph.apply(op, args, attributes);
  const known = op === 'max' ? knownLargest(machine, node) : null;
  if (known) return known;
  machine.trace.use(node);
  return frozen ? machine.graph.apply('stop_gradient', [node]) : node;
}

/** A boolean counts as 0 or 1 next to numbers. */
export function asNumber(value: Value): NumberValue | null {
  if (value.kind === 'number') return value;
  if (value.kind === 'boolean') return { kind: 'number', value: value.value ? 1 : 0, integer: true, node: null };
  return null;
}

/** The largest of a parameter's integers, where a size was found to be needed of it: what makes it another is not asked about. */
function knownLargest({ graph, inputs, trace }: Machine, node: Expression): Expression | null {
  const path = largestOf(node);
  const count = path === null ? null : inputs.countOf(path);
  if (count === null) return null;
  const size = graph.constant(count, 'int');
  return trace.takeForGranted(graph.plain('equal', [node, size])) ? size : null;
}

function uncut(node: Expression): Expression {
  return node.op === 'stop_gradient' ? (node.args[0] ?? node) : node;
}

/** Counts and plain literals fold to one constant; arithmetic of floats keeps the source's form, where its hazards are. */
function numberNode(
  machine: Machine,
  op: string,
  operands: readonly NumberValue[],
  result: { value: number; integer: boolean },
): Expression | null {
  const constants = operands.every((operand) => operand.node === null);
  if (constants && (result.integer || op === 'negative')) return null;
  return applyNodes(
    machine,
    op,
    operands.map((operand) => expressionOf(machine, operand)),
  );
}

import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { NUMBER } from '../inputs/inputs';
import { asNumber } from './apply';
import { counted } from './elements';
import { constantElements } from './constant';
import { itemsOf } from './plain';
import { expressionOf } from './tensor';
import type { Value } from './value';

/** What decides a branch. What was not read decides it either way: both sides are kept. Throws Unreadable. */
export function branchTruth(machine: Machine, value: Value): boolean | Expression {
  if (value.kind !== 'opaque') return truth(machine, value);
  const node = machine.graph.opaque(value.what, value.inputs, [], 'bool');
  machine.trace.opaque.set(node, value);
  return node;
}

/** Whether Python takes a value for true: known, or a boolean scalar of the graph. Throws Unreadable. */
export function truth(machine: Machine, value: Value): boolean | Expression {
  const meant = counted(machine, value);
  if (meant !== value) return truth(machine, meant);
  const number = asNumber(value);
  if (number) {
    if (value.kind === 'boolean') machine.trace.decides(value.origin, true, false);
    return number.value !== 0;
  }
  const items = itemsOf(value);
  if (items) return items.length > 0;
  switch (value.kind) {
    case 'none':
      return false;
    case 'text':
      return value.value !== '';
    case 'dict':
      return value.cell.value.size > 0;
    case 'free':
      return freeTruth(machine, value);
    case 'tensor':
      return condition(machine, value);
    case 'opaque':
      throw new Unreadable(`a branch depends on ${value.what}, which was not read`);
    default:
      return true;
  }
}

function freeTruth(machine: Machine, value: Extract<Value, { kind: 'free' }>): boolean | Expression {
  if (machine.inputs.isTensor(value.path)) return condition(machine, value);
  const option = machine.inputs.option(value.path, true, false);
  return option.kind === 'boolean' ? option.value : condition(machine, value);
}

function condition(machine: Machine, value: Value): boolean | Expression {
  const node = expressionOf(machine, value);
  if (sizeOf(node.shape) !== 1) demandNumbers(machine, node);
  if (sizeOf(node.shape) !== 1) throw new ShapeError('the truth value of an array with more than one element is ambiguous');
  const scalar = node.shape.length > 0 ? machine.graph.apply('reshape', [node], { shape: [] }) : node;
  const known = constantElements(scalar)?.[0];
  if (known !== undefined) return known !== 0;
  const elements = (scalar.op === 'all' || scalar.op === 'any') && scalar.args[0] ? constantElements(scalar.args[0]) : null;
  if (elements) return scalar.op === 'all' ? elements.every((one) => one !== 0) : elements.some((one) => one !== 0);
  return scalar.kind === 'bool' ? scalar : machine.graph.apply('to_bool', [scalar]);
}

/** What decides a branch by being compared with a number is a number itself. */
function demandNumbers(machine: Machine, node: Expression): void {
  if (node.op.startsWith('logical_')) return node.args.forEach((arg) => demandNumbers(machine, arg));
  if (node.args.every((arg) => arg.op === 'parameter' || arg.shape.length === 0))
    for (const arg of [node, ...node.args]) machine.inputs.demand(arg, NUMBER);
  const counted = COMPARISON.test(node.op) && node.args.length === 2 && node.args.some((arg) => arg.shape.length === 0);
  if (counted) for (const arg of node.args) if (COUNTING.test(arg.op)) demandNumbers(machine, arg);
}

const COMPARISON = /^(equal|not_equal|less|less_equal|greater|greater_equal)$/;

/** What is done to a number of steps or epochs before it is compared: `step % 10 == 0`. */
const COUNTING = /^(mod|remainder|floor_divide|add|subtract)$/;

import { create, parseDependencies } from 'mathjs/number';
import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import { once, rememberText } from '../ops/shared/remember';
import { add, apply, divide, literal, multiply, negative, power, subtract } from './algebra';
import type { Term } from './term';
import { PI, symbol } from './term';

/** mathjs's parser, made when the first formula is read. */
const parser = once(() => create({ ...parseDependencies }).parse);

const parse = rememberText((formula) => parser()(formula));

const BINARY: Readonly<Record<string, (x: Term, y: Term) => Term>> = {
  add: (x, y) => add(x, y),
  subtract,
  multiply: (x, y) => multiply(x, y),
  divide,
  pow: power,
};
const COMPARISONS: Readonly<Record<string, string>> = {
  larger: 'greater',
  largerEq: 'greater_equal',
  smaller: 'less',
  smallerEq: 'less_equal',
  equal: 'equal',
  unequal: 'not_equal',
  and: 'logical_and',
  or: 'logical_or',
  not: 'logical_not',
};
const FUNCTIONS: Readonly<Record<string, string>> = { max: 'maximum', min: 'minimum', where: 'where' };

/**
 * The term of a formula in mathjs's language, as ops declare them: names are operands and attributes of the op, or names that
 * stay. The formulas are the project's own, never text of the user. Throws on what no op declares.
 */
export function readFormula(formula: string, names: ReadonlyMap<string, Term>): Term {
  return read(parse(formula), names);
}

function read(node: MathNode, names: ReadonlyMap<string, Term>): Term {
  switch (node.type) {
    case 'ConstantNode':
      return literal(Number((node as ConstantNode).value));
    case 'SymbolNode': {
      const { name } = node as SymbolNode;
      return names.get(name) ?? (name === 'pi' ? symbol(PI) : symbol(name));
    }
    case 'ParenthesisNode':
      return read((node as ParenthesisNode).content, names);
    case 'OperatorNode': {
      const { fn, args } = node as OperatorNode;
      return operate(
        String(fn),
        args.map((arg) => read(arg, names)),
      );
    }
    case 'FunctionNode': {
      const { fn, args } = node as FunctionNode;
      const name = (fn as SymbolNode).name;
      return apply(
        FUNCTIONS[name] ?? name,
        args.map((arg) => read(arg, names)),
      );
    }
    default:
      throw new Error(`${node.type} in the formula of an op`);
  }
}

function operate(fn: string, args: readonly Term[]): Term {
  const [x, y] = args;
  const binary = BINARY[fn];
  if (binary && x && y) return binary(x, y);
  if (fn === 'unaryMinus' && x) return negative(x);
  const comparison = COMPARISONS[fn];
  if (!comparison) throw new Error(`${fn} in the formula of an op`);
  return apply(comparison, args);
}

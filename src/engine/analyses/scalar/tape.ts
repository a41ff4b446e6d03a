import { digamma, erf, erfc, lgamma, trigamma } from '../../numerics/special';
import * as Q from '../../numerics/rational';
import { logErfc } from './range';
import type { Term } from './term';

/** Evaluates a term at doubles; `values` are those of the variables in the order given to {@link compile}. */
export type Evaluator = (values: readonly number[]) => number;

type Step = (slots: Float64Array) => number;

/** Compiles a term to a chain of closures over slots. NaN where a value is undefined. */
export function compile(term: Term, variables: readonly string[]): Evaluator {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const steps = order.map((node) => stepOf(node, slotOf, variables));
  const slots = new Float64Array(order.length);
  const last = slots.length - 1;
  const inputs = order.flatMap(({ op, name }, slot) =>
    op === 'variable' && variables.includes(name) ? [[slot, variables.indexOf(name)] as const] : [],
  );
  const isInput = new Set(inputs.map(([slot]) => slot));
  order.forEach((node, i) => node.free.size === 0 && (slots[i] = (steps[i] as Step)(slots)));
  const moving = Int32Array.from(order.flatMap((node, i) => (node.free.size === 0 || isInput.has(i) ? [] : [i])));
  return (values) => {
    for (const [slot, input] of inputs) slots[slot] = values[input] as number;
    for (const i of moving) slots[i] = (steps[i] as Step)(slots);
    return slots[last] as number;
  };
}

/** Nodes of a term, arguments before uses. */
export function inOrder(root: Term): readonly Term[] {
  const seen = new Set<Term>();
  const order: Term[] = [];
  const visit = (term: Term): void => {
    if (seen.has(term)) return;
    seen.add(term);
    term.args.forEach(visit);
    order.push(term);
  };
  visit(root);
  return order;
}

function stepOf(node: Term, slotOf: ReadonlyMap<Term, number>, variables: readonly string[]): Step {
  const at = node.args.map((a) => slotOf.get(a) as number);
  const weights = node.weights.map(Q.toNumber);
  const [a = 0, b = 0, c = 0] = at;
  switch (node.op) {
    case 'number':
      return constantStep(Q.toNumber(node.constant));
    case 'pi':
      return constantStep(Math.PI);
    case 'variable':
      return constantStep(variables.includes(node.name) ? 0 : NaN);
    case 'sum':
      return sumStep(at, weights, Q.toNumber(node.constant));
    case 'product':
      return productStep(at, weights);
    case 'where':
      return whereStep(node.name, a, b, c);
    case 'max':
      return (s) => at.reduce((m, i) => Math.max(m, s[i] as number), -Infinity);
    case 'logsumexp':
      return (s) => logSumExp(at.map((i) => s[i] as number));
    case 'oddroot':
      return rootStep(a, Q.toNumber(node.constant));
    case 'log':
      return logStep(node.args[0] as Term, a, slotOf);
    default:
      return functionStep(FUNCTIONS[node.op], a);
  }
}

function constantStep(value: number): Step {
  return () => value;
}

function functionStep(f: (x: number) => number, a: number): Step {
  return (s) => f(s[a] as number);
}

/** ln(1 + rest) keeps the digits of a small rest. */
function logStep(argument: Term, a: number, slotOf: ReadonlyMap<Term, number>): Step {
  if (argument.op !== 'sum' || !Q.equals(argument.constant, Q.ONE)) return functionStep(Math.log, a);
  const rest = sumStep(
    argument.args.map((t) => slotOf.get(t) as number),
    argument.weights.map(Q.toNumber),
    0,
  );
  return (s) => Math.log1p(rest(s));
}

function rootStep(a: number, order: number): Step {
  return (s) => {
    const x = s[a] as number;
    return order === 3 ? Math.cbrt(x) : Math.sign(x) * Math.abs(x) ** (1 / order);
  };
}

function sumStep(at: readonly number[], weights: readonly number[], constant: number): Step {
  return (s) => {
    let total = constant;
    for (let i = 0; i < at.length; i++) total += (weights[i] as number) * (s[at[i] as number] as number);
    return total;
  };
}

function productStep(at: readonly number[], weights: readonly number[]): Step {
  return (s) => {
    let total = 1;
    for (let i = 0; i < at.length; i++) {
      const x = s[at[i] as number] as number;
      const w = weights[i] as number;
      total *= w === 1 ? x : w === 2 ? x * x : w === 0.5 ? Math.sqrt(x) : x ** w;
    }
    return total;
  };
}

function whereStep(relation: string, a: number, b: number, c: number): Step {
  return (s) => {
    const guard = s[a] as number;
    if (Number.isNaN(guard)) return NaN;
    const truth = relation === '<' ? guard < 0 : relation === '<=' ? guard <= 0 : guard === 0;
    return s[truth ? b : c] as number;
  };
}

function logSumExp(values: readonly number[]): number {
  const top = Math.max(...values);
  return Number.isFinite(top) ? top + Math.log(values.reduce((sum, v) => sum + Math.exp(v - top), 0)) : top;
}

function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  return nearest - x === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}

const FUNCTIONS = {
  exp: Math.exp,
  log: Math.log,
  tanh: Math.tanh,
  sinh: Math.sinh,
  cosh: Math.cosh,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  asinh: Math.asinh,
  erf,
  erfc,
  logerfc: logErfc,
  lgamma,
  digamma,
  trigamma,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundHalfEven,
  sigmoid: (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
} as const;

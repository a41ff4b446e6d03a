import { digamma, erf, erfc, lgamma, trigamma } from '../../numerics/special';
import * as Q from '../../numerics/rational';
import { logErfc } from './range';
import type { Term } from './term';

/** Evaluates a term at doubles; `values` are those of the variables in the order given to {@link compile}. */
export type Evaluator = (values: readonly number[]) => number;

/** Computes one slot from earlier ones. */
type Step = (slots: Float64Array) => void;

/** Compiles a term to a chain of closures over slots. NaN where a value is undefined. */
export function compile(term: Term, variables: readonly string[]): Evaluator {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const slots = new Float64Array(order.length).fill(NaN);
  const inputs: (readonly [slot: number, input: number])[] = [];
  const steps: Step[] = [];
  order.forEach((node, slot) => {
    const input = node.op === 'variable' ? variables.indexOf(node.name) : -1;
    if (input >= 0) inputs.push([slot, input]);
    if (node.op === 'variable') return;
    const step = stepOf(node, slot, slotOf);
    if (node.free.size === 0) step(slots);
    else steps.push(step);
  });
  const last = slots.length - 1;
  return (values) => {
    for (let i = 0; i < inputs.length; i++) {
      const [slot, input] = inputs[i] as readonly [number, number];
      slots[slot] = values[input] as number;
    }
    for (let i = 0; i < steps.length; i++) (steps[i] as Step)(slots);
    return slots[last] as number;
  };
}

/** Nodes of terms, arguments before uses. */
export function inOrder(...roots: readonly Term[]): readonly Term[] {
  const seen = new Set<Term>();
  const order: Term[] = [];
  const visit = (term: Term): void => {
    if (seen.has(term)) return;
    seen.add(term);
    for (const argument of term.args) visit(argument);
    order.push(term);
  };
  for (const root of roots) visit(root);
  return order;
}

/** Slots are written rather than returned: a number that is returned by one of many functions is put on the heap. */
function stepOf(node: Term, out: number, slotOf: ReadonlyMap<Term, number>): Step {
  const at = node.args.map((a) => slotOf.get(a) as number);
  const [a = 0, b = 0, c = 0] = at;
  switch (node.op) {
    case 'number':
      return constantStep(out, Q.toNumber(node.constant));
    case 'pi':
      return constantStep(out, Math.PI);
    case 'variable':
      return constantStep(out, NaN);
    case 'sum':
      return sumStep(out, at, node.weights.map(Q.toNumber), Q.toNumber(node.constant));
    case 'product':
      return productStep(out, at, node.weights.map(Q.toNumber));
    case 'where':
      return whereStep(out, node.name, a, b, c);
    case 'max':
      return maxStep(out, at);
    case 'logsumexp':
      return logSumExpStep(out, at);
    case 'oddroot':
      return rootStep(out, a, Q.toNumber(node.constant));
    case 'log':
      return logStep(node.args[0] as Term, out, a, slotOf);
    default:
      return functionStep(FUNCTIONS[node.op], out, a);
  }
}

function constantStep(out: number, value: number): Step {
  return (s) => {
    s[out] = value;
  };
}

function functionStep(f: (x: number) => number, out: number, a: number): Step {
  return (s) => {
    s[out] = f(s[a] as number);
  };
}

/** ln(1 + rest) keeps the digits of a small rest. */
function logStep(argument: Term, out: number, a: number, slotOf: ReadonlyMap<Term, number>): Step {
  if (argument.op !== 'sum' || !Q.equals(argument.constant, Q.ONE)) return functionStep(Math.log, out, a);
  const rest = sumStep(
    out,
    argument.args.map((t) => slotOf.get(t) as number),
    argument.weights.map(Q.toNumber),
    0,
  );
  return (s) => {
    rest(s);
    s[out] = Math.log1p(s[out] as number);
  };
}

function rootStep(out: number, a: number, order: number): Step {
  return (s) => {
    const x = s[a] as number;
    s[out] = order === 3 ? Math.cbrt(x) : Math.sign(x) * Math.abs(x) ** (1 / order);
  };
}

function sumStep(out: number, at: readonly number[], weights: readonly number[], constant: number): Step {
  return (s) => {
    let total = constant;
    for (let i = 0; i < at.length; i++) total += (weights[i] as number) * (s[at[i] as number] as number);
    s[out] = total;
  };
}

function productStep(out: number, at: readonly number[], weights: readonly number[]): Step {
  return (s) => {
    let total = 1;
    for (let i = 0; i < at.length; i++) {
      const x = s[at[i] as number] as number;
      const w = weights[i] as number;
      total *= w === 1 ? x : w === 2 ? x * x : w === 0.5 ? Math.sqrt(x) : x ** w;
    }
    s[out] = total;
  };
}

function maxStep(out: number, at: readonly number[]): Step {
  return (s) => {
    s[out] = largest(s, at);
  };
}

function largest(s: Float64Array, at: readonly number[]): number {
  let top = -Infinity;
  for (let i = 0; i < at.length; i++) top = Math.max(top, s[at[i] as number] as number);
  return top;
}

function whereStep(out: number, relation: string, a: number, b: number, c: number): Step {
  return (s) => {
    const guard = s[a] as number;
    const truth = relation === '<' ? guard < 0 : relation === '<=' ? guard <= 0 : guard === 0;
    s[out] = Number.isNaN(guard) ? NaN : (s[truth ? b : c] as number);
  };
}

function logSumExpStep(out: number, at: readonly number[]): Step {
  return (s) => {
    const top = largest(s, at);
    let sum = 0;
    for (let i = 0; i < at.length; i++) sum += Math.exp((s[at[i] as number] as number) - top);
    s[out] = Number.isFinite(top) ? top + Math.log(sum) : top;
  };
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

import type { Hazard } from '../analyses/hazard';
import { type Expression, type Graph, inOrder } from '../ir/expression';
import type { FormatName } from '../numerics/format';
import type { Rewrite } from './rule';
import { constantOf, isOp } from './view';

/** An epsilon that each format resolves next to 1. */
const EPSILON: Readonly<Record<FormatName, number>> = { float64: 1e-12, float32: 1e-6, bfloat16: 1e-2, float16: 1e-2 };
/** Bound of an exponent whose exponential the format holds, squares of it included. */
const EXPONENT: Readonly<Record<FormatName, number>> = { float64: 300, float32: 20, bfloat16: 20, float16: 5 };
/** A number to put in the place of -inf. */
const LOWEST: Readonly<Record<FormatName, number>> = { float64: -1e300, float32: -1e30, bfloat16: -1e30, float16: -1e4 };

/** Ways to keep the operand of an operation in its domain, or the operation itself from its pole; plainest first. */
export function domainGuards(hazard: Hazard, graph: Graph): Rewrite[] {
  const { node, operand, computedIn: format } = hazard;
  const argument = node.args[operand];
  if (!argument) return [];
  const guarded = guardsOf(hazard, argument, graph).map((by) => ({ node, by: withOperand(graph, node, operand, by) }));
  return [
    ...guarded,
    ...rootsUnder(argument, EPSILON[format], graph),
    ...otherForms(node, EPSILON[format], graph),
    ...lengthsUnder(argument, EPSILON[format], graph),
    ...largerConstants(node, format, graph),
    ...bothRaised(node, EPSILON[format], graph),
    ...finiteInfinities(node, LOWEST[format], graph),
    ...kernelsUnder(node, EXPONENT[format], graph),
  ];
}

/** The first choice under an operation that puts in an infinity, with a finite number in its place. */
function finiteInfinities(root: Expression, lowest: number, graph: Graph): Rewrite[] {
  const found = inOrder(root).find((node) => node.op === 'where' && node.args.some((argument) => isInfinite(argument)));
  if (!found) return [];
  const args = found.args.map((argument) =>
    isInfinite(argument) ? graph.constant(Math.sign(constantOf(argument) ?? 0) * -lowest) : argument,
  );
  return [{ node: found, by: graph.apply('where', args) }];
}

function isInfinite(node: Expression): boolean {
  return Math.abs(constantOf(node) ?? 0) === Infinity;
}

/** The exponential that a divisor multiplies or adds up, kept from 0: the square of its least value is still a number. */
function kernelsUnder(node: Expression, exponent: number, graph: Graph): Rewrite[] {
  const divisor = node.op === 'divide' ? node.args[1] : undefined;
  const kernel = divisor && inOrder(divisor).find(isOp('exp'));
  const [x] = kernel?.args ?? [];
  return kernel && x
    ? [{ node: kernel, by: graph.apply('exp', [graph.apply('clip', [x, graph.constant(-2 * exponent), graph.constant(2 * exponent)])]) }]
    : [];
}

/** The node with one operand exchanged. */
export function withOperand(graph: Graph, node: Expression, index: number, by: Expression): Expression {
  return graph.apply(
    node.op,
    node.args.map((argument, i) => (i === index ? by : argument)),
    node.attributes,
  );
}

function guardsOf({ node: { op }, at, operand, computedIn: format }: Hazard, x: Expression, graph: Graph): Expression[] {
  const number = (value: number): Expression => graph.constant(value);
  const epsilon = EPSILON[format];
  const between = (low: number, high: number): Expression => graph.apply('clip', [x, number(low), number(high)]);
  if (isExp(op)) return [between(-EXPONENT[format], EXPONENT[format])];
  if (['acos', 'asin', 'atanh', 'erfinv'].includes(op)) return [between(-1 + epsilon, 1 - epsilon)];
  if (op === 'acosh') return [graph.apply('maximum', [x, number(1 + epsilon)])];
  if (op === 'log1p') return [graph.apply('maximum', [x, number(-1 + epsilon)])];
  if (['logsumexp', 'softmax', 'log_softmax'].includes(op)) return [graph.apply('maximum', [x, number(LOWEST[format])])];
  if (op === 'multiply' && at[operand] === -Infinity) return [graph.apply('maximum', [x, number(LOWEST[format])])];
  if (!['log', 'log2', 'log10', 'sqrt', 'rsqrt', 'power', 'divide'].includes(op)) return [];
  const raised = (at[operand] ?? 0) < 0 || op === 'power' ? [] : [graph.apply('add', [x, number(epsilon)])];
  return [
    ...raised,
    graph.apply('maximum', [x, number(epsilon)]),
    graph.apply('where', [graph.apply('greater', [x, number(0)]), x, number(1)]),
  ];
}

function isExp(op: string): boolean {
  return ['exp', 'expm1', 'cosh', 'sinh'].includes(op);
}

/** The first root under an operand, with an epsilon inside. */
function rootsUnder(operand: Expression, epsilon: number, graph: Graph): Rewrite[] {
  const seen = new Set<Expression>([operand]);
  for (const node of seen) {
    const [x] = node.args;
    if (node.op === 'sqrt' && x) return [{ node, by: graph.apply('sqrt', [graph.apply('add', [x, graph.constant(epsilon)])]) }];
    for (const argument of node.args) seen.add(argument);
  }
  return [];
}

/** The first norm or deviation under an operand, as a root with an epsilon inside: what is added to one leaves its slope infinite. */
function lengthsUnder(operand: Expression, epsilon: number, graph: Graph): Rewrite[] {
  const found = inOrder(operand).filter(isOp('norm', 'std'));
  return found.slice(0, 1).flatMap((node) => otherForms(node, epsilon, graph));
}

/** A ratio, perhaps under a logarithm, with an epsilon above and below, which is 1 where both are 0. */
function bothRaised(node: Expression, epsilon: number, graph: Graph): Rewrite[] {
  const ratio = node.op === 'log' ? node.args[0] : node;
  const [x, y] = ratio?.op === 'divide' ? ratio.args : [];
  if (!ratio || !x || !y) return [];
  const raised = (part: Expression): Expression => graph.apply('add', [part, graph.constant(epsilon)]);
  return [{ node: ratio, by: graph.apply('divide', [raised(x), raised(y)]) }];
}

/** A norm or a deviation as a root with an epsilon inside; an angle away from the origin; p log p with 0 left out. */
function otherForms(node: Expression, epsilon: number, graph: Graph): Rewrite[] {
  const [x, y] = node.args;
  const number = (value: number): Expression => graph.constant(value);
  if (node.op === 'std' && x)
    return [{ node, by: graph.apply('sqrt', [graph.apply('add', [graph.apply('var', [x], node.attributes), number(epsilon)])]) }];
  if (node.op === 'hypot' && x && y) {
    const total = graph.apply('add', [graph.apply('square', [x]), graph.apply('square', [y])]);
    return [{ node, by: graph.apply('sqrt', [graph.apply('add', [total, number(epsilon)])]) }];
  }
  if (node.op === 'xlogy' && x && x === y) {
    const inside = graph.apply('where', [graph.apply('greater', [x, number(0)]), x, number(1)]);
    return [{ node, by: graph.apply('multiply', [x, graph.apply('log', [inside])]) }];
  }
  if (node.op === 'atan2' && x && y) {
    const origin = graph.apply('equal', [graph.apply('add', [graph.apply('abs', [x]), graph.apply('abs', [y])]), number(0)]);
    return [{ node, by: graph.apply('atan2', [x, graph.apply('where', [origin, number(1), y])]) }];
  }
  if (node.op !== 'norm' || !x || (node.attributes.ord ?? 2) !== 2) return [];
  const total = graph.apply('sum', [graph.apply('square', [x])], {
    axes: node.attributes.axes ?? null,
    keepdims: node.attributes.keepdims ?? false,
  });
  return [{ node, by: graph.apply('sqrt', [graph.apply('add', [total, graph.constant(epsilon)])]) }];
}

/** Clips and sums whose constant the format does not resolve, with one that it does. */
function largerConstants(root: Expression, format: FormatName, graph: Graph): Rewrite[] {
  const epsilon = EPSILON[format];
  const seen = new Set<Expression>([root]);
  const found: Rewrite[] = [];
  for (const node of seen) {
    const [x, low, high] = node.args;
    if (node.op === 'clip' && x && low && high && isNearUnit(low, high))
      found.push({ node, by: graph.apply('clip', [x, graph.constant(epsilon), graph.constant(1 - epsilon)]) });
    if (isOp('add', 'maximum')(node) && x && low && isTiny(low, epsilon))
      found.push({ node, by: graph.apply(node.op, [x, graph.constant(epsilon)]) });
    if (typeof node.attributes.eps === 'number' && node.attributes.eps < epsilon)
      found.push({ node, by: graph.apply(node.op, node.args, { ...node.attributes, eps: epsilon }) });
    if (node.op === 'multiply' && x && low && (constantOf(low) ?? 0) < LOWEST[format])
      found.push({ node, by: graph.apply('multiply', [x, graph.constant(LOWEST[format])]) });
    for (const argument of node.args) seen.add(argument);
  }
  return found;
}

function isNearUnit(low: Expression, high: Expression): boolean {
  const [a, b] = [constantOf(low), constantOf(high)];
  return a !== null && b !== null && a >= 0 && a < 0.1 && b > 0.9 && b <= 1;
}

function isTiny(node: Expression, epsilon: number): boolean {
  const value = constantOf(node);
  return value !== null && value > 0 && value < epsilon;
}

import type { Expression, Graph } from '../../ir/expression';
import { beyondOne, complementOf, negated, numberOf, under } from './match';

/** A form of an expression that is equal in exact arithmetic and does not overflow or cancel; null where it does not apply. */
export type StableForm = (graph: Graph, node: Expression) => Expression | null;

/** Operations that only move elements, so that a logarithm can be taken before them. */
const MOVES: ReadonlySet<string> = new Set(['reshape', 'slice', 'gather', 'take', 'transpose', 'diagonal']);

/** log(softmax(x)) is log_softmax(x), also where only some of its elements are picked. */
export const logSoftmax: StableForm = (graph, node) => {
  const inner = node.op === 'log' ? node.args[0] : undefined;
  const flat = inner && overAll(inner);
  if (flat) return graph.apply('subtract', [flat, graph.apply('logsumexp', [flat], { axes: null, keepdims: false })]);
  if (inner && MOVES.has(inner.op) && inner.args[0]) {
    const moved = logSoftmax(graph, graph.apply('log', [inner.args[0]]));
    return moved && graph.apply(inner.op, [moved, ...inner.args.slice(1)], inner.attributes);
  }
  const own = inner?.op === 'softmax' ? inner : inner && softmax(graph, inner);
  const x = own?.args[0];
  return own && x ? graph.apply('log_softmax', [x], own.attributes) : null;
};

/** What a softmax over all elements at once is taken of, where they are put back in their places. */
function overAll({ op, args: [softmaxed], shape }: Expression): Expression | null {
  const inner = op === 'reshape' && softmaxed?.op === 'softmax' ? softmaxed.args[0] : undefined;
  const [x] = inner?.op === 'reshape' && inner.shape.length === 1 ? inner.args : [];
  return x && x.shape.length > 1 && x.shape.join() === shape.join() ? x : null;
}

/** log(σ(x)) is log_sigmoid(x), and log(1 - σ(x)) is log_sigmoid(-x). */
export const logSigmoid: StableForm = (graph, node) => {
  const inner = node.op === 'log' ? node.args[0] : node.op === 'log1p' ? negatedInput(node) : undefined;
  const direct = node.op === 'log' ? sigmoidInput(graph, inner) : null;
  if (direct) return graph.apply('log_sigmoid', [direct]);
  const other = sigmoidInput(graph, node.op === 'log' ? (complementOf(inner) ?? undefined) : inner);
  return other ? graph.apply('log_sigmoid', [opposite(graph, other)]) : null;
};

/** log(1 + exp(x)) and log1p(exp(x)) are softplus(x). */
export const softplus: StableForm = (graph, node) => {
  const grown = node.op === 'log1p' ? node.args[0] : node.op === 'log' ? (beyondOne(node.args[0]) ?? undefined) : undefined;
  const x = under(grown, 'exp');
  return x ? graph.apply('softplus', [x]) : null;
};

/** log(Σ exp(x)) is logsumexp(x). */
export const logSumExp: StableForm = (graph, node) => {
  const total = node.op === 'log' ? node.args[0] : undefined;
  const x = total?.op === 'sum' ? under(total.args[0], 'exp') : null;
  return total && x
    ? graph.apply('logsumexp', [x], { axes: total.attributes.axes ?? null, keepdims: total.attributes.keepdims ?? false })
    : null;
};

/** exp(x) / Σ exp(x) is softmax(x); a shift by a maximum of x is dropped. */
export const softmax: StableForm = (graph, node) => {
  const [top, bottom] = node.op === 'divide' ? node.args : [];
  const x = under(top, 'exp');
  const axes = bottom?.attributes.axes;
  if (!x || bottom?.op !== 'sum' || bottom.args[0] !== top || bottom.attributes.keepdims !== true) return null;
  if (!Array.isArray(axes) || axes.length !== 1 || typeof axes[0] !== 'number') return null;
  return graph.apply('softmax', [unshifted(x)], { axis: axes[0] });
};

/** 1 / (1 + exp(-x)) is σ(x), and exp(x) / (1 + exp(x)) is σ(x). */
export const sigmoid: StableForm = (graph, node) => {
  const [top, bottom] = node.op === 'divide' ? node.args : node.op === 'reciprocal' ? [undefined, node.args[0]] : [];
  const power = under(beyondOne(bottom) ?? undefined, 'exp');
  if (!power) return null;
  if (top && top.op === 'exp' && top.args[0] === power) return graph.apply('sigmoid', [power]);
  if (top && numberOf(top) !== 1) return null;
  return graph.apply('sigmoid', [opposite(graph, power)]);
};

/** (exp(x) - exp(-x)) / (exp(x) + exp(-x)) is tanh(x). */
export const tanh: StableForm = (graph, node) => {
  const [top, bottom] = node.op === 'divide' ? node.args : [];
  if (top?.op !== 'subtract' || bottom?.op !== 'add') return null;
  const [x, y] = [under(top.args[0], 'exp'), under(top.args[1], 'exp')];
  const same = top.args[0] === bottom.args[0] && top.args[1] === bottom.args[1];
  return x && y && same && negated(y) === x ? graph.apply('tanh', [x]) : null;
};

/** exp(x) - 1 is expm1(x). */
export const expm1: StableForm = (graph, node) => {
  const [x, y] = node.op === 'subtract' ? node.args : [];
  const power = under(x, 'exp');
  return power && numberOf(y) === 1 ? graph.apply('expm1', [power]) : null;
};

/** log(1 + x) is log1p(x). */
export const log1p: StableForm = (graph, node) => {
  const x = node.op === 'log' ? beyondOne(node.args[0]) : null;
  return x ? graph.apply('log1p', [x]) : null;
};

/** log(1 - x) is log1p(-x). */
export const log1pOfNegative: StableForm = (graph, node) => {
  const x = node.op === 'log' ? complementOf(node.args[0]) : null;
  return x ? graph.apply('log1p', [graph.apply('negative', [x])]) : null;
};

/** log(exp(x) + exp(y)) is logaddexp(x, y). */
export const logAddExp: StableForm = (graph, node) => {
  const total = node.op === 'log' ? node.args[0] : undefined;
  const whole = halved(total);
  if (whole) {
    const log = logAddExp(graph, graph.apply('log', [whole]));
    return log && graph.apply('subtract', [log, graph.constant(Math.LN2)]);
  }
  const [x, y] = total?.op === 'add' ? total.args.map((term) => under(term, 'exp')) : [];
  if (x && y && negated(y) === x) return beyondSize(graph, x);
  return x && y ? graph.apply('logaddexp', [x, y]) : null;
};

/** `u` of u / 2, or null. */
function halved(node: Expression | undefined): Expression | null {
  const [x, y] = node?.args ?? [];
  if (node?.op === 'divide' && numberOf(y) === 2) return x ?? null;
  if (node?.op !== 'multiply') return null;
  return numberOf(x) === 0.5 ? (y ?? null) : numberOf(y) === 0.5 ? (x ?? null) : null;
}

/** |x| + softplus(-2|x|), the logarithm of exp(x) + exp(-x). */
function beyondSize(graph: Graph, x: Expression): Expression {
  const size = graph.apply('abs', [x]);
  return graph.apply('add', [size, graph.apply('softplus', [graph.apply('multiply', [graph.constant(-2), size])])]);
}

/** log(1 - exp(x)) is log(-expm1(x)). */
export const logOneMinusExp: StableForm = (graph, node) => {
  const power = node.op === 'log' ? complementOf(node.args[0]) : node.op === 'log1p' ? negated(node.args[0]) : null;
  const x = under(power ?? undefined, 'exp');
  return x ? graph.apply('log', [graph.apply('negative', [graph.apply('expm1', [x])])]) : null;
};

/** p log(p / q) and p (log p - log q) are xlogy(p, p) - xlogy(p, q): 0 where p is 0. */
export const relativeEntropy: StableForm = (graph, node) => {
  const [p, log] = node.op === 'multiply' ? node.args : [];
  const ratio = under(log, 'log');
  const [top, bottom] = ratio?.op === 'divide' ? ratio.args : log?.op === 'subtract' ? log.args.map((side) => under(side, 'log')) : [];
  if (!p || top !== p || !bottom) return null;
  return graph.apply('subtract', [graph.apply('xlogy', [p, p]), graph.apply('xlogy', [p, bottom])]);
};

/** The square of a norm is a sum of squares, which has a slope at 0. */
export const squaredNorm: StableForm = (graph, node) => {
  const base = node.op === 'square' || (node.op === 'power' && numberOf(node.args[1]) === 2) ? node.args[0] : undefined;
  const x = base?.op === 'norm' && (base.attributes.ord ?? 2) === 2 ? base.args[0] : undefined;
  if (!base || !x) return null;
  return graph.apply('sum', [graph.apply('square', [x])], {
    axes: base.attributes.axes ?? null,
    keepdims: base.attributes.keepdims ?? false,
  });
};

/** x log(x) with one x is xlogy(x, x): 0 at 0. */
export const xlogy: StableForm = (graph, node) => {
  const [x, y] = node.op === 'multiply' ? node.args : [];
  if (x && under(y, 'log') === x) return graph.apply('xlogy', [x, x]);
  return y && under(x, 'log') === y ? graph.apply('xlogy', [y, y]) : null;
};

/** log(cosh(x)) is |x| + softplus(-2|x|) - log 2. */
export const logCosh: StableForm = (graph, node) => {
  const x = node.op === 'log' ? under(node.args[0], 'cosh') : null;
  return x && graph.apply('subtract', [beyondSize(graph, x), graph.constant(Math.LN2)]);
};

/** `x` of σ(x), however it is written; null for other nodes. */
function sigmoidInput(graph: Graph, node: Expression | undefined): Expression | null {
  return node ? under(node.op === 'sigmoid' ? node : (sigmoid(graph, node) ?? undefined), 'sigmoid') : null;
}

/** `x` of x - max(x). */
function unshifted(node: Expression): Expression {
  const [x, shift] = node.op === 'subtract' ? node.args : [];
  const top = shift?.op === 'stop_gradient' || shift?.op === 'reshape' ? shift.args[0] : shift;
  return x && under(top, 'max') === x ? x : node;
}

function negatedInput(node: Expression): Expression | undefined {
  return negated(node.args[0]) ?? undefined;
}

function opposite(graph: Graph, x: Expression): Expression {
  const [left, right] = x.op === 'multiply' || x.op === 'divide' ? x.args : [];
  const positive = negated(left);
  if (positive && right) return graph.apply(x.op, [positive, right]);
  return negated(x) ?? graph.apply('negative', [x]);
}

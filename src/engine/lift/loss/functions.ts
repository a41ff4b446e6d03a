import type { Expression, Graph } from '../../ir/expression';
import type { Attributes } from '../../numerics/signature';
import type { Span } from '../../text/span';

/** What a function needs of the translator. */
export interface Builder {
  readonly graph: Graph;
  apply(op: string, args: readonly Expression[], attributes: Attributes, span: Span): Expression;
  gathered(args: readonly Expression[], span: Span): Expression;
  unread(span: Span, what: string, why: string, args?: readonly Expression[]): Expression;
}

/** How a call of one function is built. */
export type LossFunction = (build: Builder, args: readonly Expression[], span: Span) => Expression;

/** Names that mathjs knows as numbers. */
export const CONSTANTS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  tau: 2 * Math.PI,
  LN2: Math.LN2,
  LN10: Math.LN10,
  SQRT2: Math.SQRT2,
  Infinity: Infinity,
  inf: Infinity,
  π: Math.PI,
};

/** Names that mathjs knows as truth values. */
export const TRUTHS: Readonly<Record<string, number>> = { true: 1, false: 0 };

/** Functions whose meaning is not simply the op of the same name; every other op is called by its name. */
export const FUNCTIONS: Readonly<Record<string, LossFunction>> = {
  log: (build, [x, base], span) => logarithm(build, x, base, span),
  ln: op('log'),
  pow: op('power'),
  larger: op('greater'),
  largerEq: op('greater_equal'),
  smaller: op('less'),
  smallerEq: op('less_equal'),
  unequal: op('not_equal'),
  and: op('logical_and'),
  or: op('logical_or'),
  not: op('logical_not'),
  unaryMinus: op('negative'),
  where: op('select'),
  cube: (build, args, span) => build.apply('power', [...args, build.graph.constant(3)], {}, span),
  dot: (build, args, span) => build.apply('sum', [build.apply('multiply', args, {}, span)], {}, span),
  max: extremum('max', 'maximum'),
  min: extremum('min', 'minimum'),
  maximum: (build, args, span) => fold(build, 'maximum', args, span),
  minimum: (build, args, span) => fold(build, 'minimum', args, span),
  sum: reduction('sum'),
  mean: reduction('mean'),
  prod: reduction('prod'),
  logsumexp: reduction('logsumexp'),
  any: reduction('any'),
  all: reduction('all'),
  count_nonzero: reduction('count_nonzero'),
  var: reduction('var', { correction: 1 }),
  variance: reduction('var', { correction: 1 }),
  std: reduction('std', { correction: 1 }),
  norm: (build, args, span) => norm(build, args, span),
  softmax: along('softmax'),
  log_softmax: along('log_softmax'),
  cumsum: along('cumsum'),
  cumprod: along('cumprod'),
  sort: along('sort'),
};

function op(name: string): LossFunction {
  return (build, args, span) => build.apply(name, args, {}, span);
}

function logarithm(build: Builder, x: Expression | undefined, base: Expression | undefined, span: Span): Expression {
  if (!x) return build.unread(span, 'log', 'it takes one or two arguments');
  const log = build.apply('log', [x], {}, span);
  return base ? build.apply('divide', [log, build.apply('log', [base], {}, span)], {}, span) : log;
}

function fold(build: Builder, name: string, args: readonly Expression[], span: Span): Expression {
  const [first, ...rest] = args;
  if (!first) return build.unread(span, name, 'it takes at least one argument');
  return rest.reduce((left, right) => build.apply(name, [left, right], {}, span), first);
}

/** `max(x)` of a vector is its largest element, `max(x, 2, true)` its largest along a dimension; `max(a, b, …)` compares element by element. */
function extremum(whole: string, pairwise: string): LossFunction {
  return (build, args, span) => {
    const [only] = args;
    if (args.length === 3 && axisOf(args) !== null) return reduction(whole)(build, args, span);
    return args.length === 1 && only && only.shape.length > 0 ? build.apply(whole, [only], {}, span) : fold(build, pairwise, args, span);
  };
}

/** `f(x)`, `f(x, dimension)` and `f(x, dimension, true)`, which keeps it, of a tensor, dimensions counted from 1; `f(a, b, …)` of scalars. */
function reduction(name: string, attributes: Attributes = {}): LossFunction {
  return (build, args, span) => {
    const axis = axisOf(args);
    if (axis !== null)
      return build.apply(name, args.slice(0, 1), { ...attributes, axes: [axis], keepdims: args[2]?.attributes.value === 1 }, span);
    return args.length === 0
      ? build.unread(span, name, 'it takes at least one argument')
      : build.apply(name, [build.gathered(args, span)], attributes, span);
  };
}

/** An op along an axis: the last one where none is given. */
function along(name: string): LossFunction {
  return (build, args, span) => {
    const axis = axisOf(args);
    if (axis !== null) return build.apply(name, args.slice(0, 1), { axis }, span);
    const vector = args.length === 0 ? null : build.gathered(args, span);
    if (!vector || vector.shape.length === 0) return build.unread(span, name, 'it takes a vector, or several numbers', args);
    return build.apply(name, [vector], { axis: vector.shape.length - 1 }, span);
  };
}

/** `norm(x)` and `norm(x, order)` of a tensor; `norm(a, b, …)` of scalars. */
function norm(build: Builder, args: readonly Expression[], span: Span): Expression {
  const [x, order] = args;
  if (!x) return build.unread(span, 'norm', 'it takes at least one argument');
  if (args.length === 2 && x.shape.length > 0) {
    const ord = order?.attributes.value;
    return typeof ord === 'number'
      ? build.apply('norm', [x], { ord }, span)
      : build.unread(span, 'norm', 'its order must be a number', args);
  }
  return x.shape.length === 0 && args.length === 1
    ? build.apply('abs', [x], {}, span)
    : build.apply('norm', [build.gathered(args, span)], {}, span);
}

function axisOf(args: readonly Expression[]): number | null {
  const [x, dimension, keep] = args;
  if (args.length < 2 || args.length > 3 || (keep && keep.kind !== 'bool') || !x || x.shape.length === 0) return null;
  const value = dimension?.attributes.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= x.shape.length ? value - 1 : null;
}

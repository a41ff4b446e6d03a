import type { Expression } from '../ir/expression';
import type { Attribute, Attributes, Shape } from '../numerics/signature';
import { opNamed } from '../ops/registry';
import { ONE, add, apply, divide, literal, multiply, negative, power, subtract } from './algebra';
import { readFormula } from './mathjs';
import { namesOf } from './op-names';
import { along, reduce, same } from './reduction';
import type { Index, Place, ReduceOp, Term } from './term';
import { isIndex, placeKey, symbol } from './term';

/** A loss that has no formula in terms of elements, or none small enough. */
export class NoFormula extends Error {}

/** Terms larger than this are not built. */
const LARGEST = 4_000;
const STEPS = 20_000;

const ALGEBRAIC: Readonly<Record<string, (x: Term, y: Term) => Term>> = {
  add: (x, y) => add(x, y),
  subtract,
  multiply: (x, y) => multiply(x, y),
  divide,
  power,
  negative: (x) => negative(x),
  square: (x) => power(x, literal(2)),
  reciprocal: (x) => divide(ONE, x),
  rsqrt: (x) => divide(ONE, apply('sqrt', [x])),
};

/** Ops that change how a number is stored or differentiated, not which number it is (`stop_gradient` stays, for the gradient's sake). */
const TRANSPARENT = new Set(['identity', 'to_float', 'cast']);
const REDUCTIONS = new Set<string>(['sum', 'mean', 'max', 'min', 'prod', 'logsumexp', 'norm', 'var', 'std']);

/** Turns the tensors of a loss's graph into terms about their elements. */
export class Elements {
  private readonly memo = new Map<string, Term>();
  private readonly bound = new Map<string, Index>();
  private nextIndex = 0;
  private steps = 0;

  /** A new index variable for an axis; an axis of one element needs none. */
  place(size: number): Place {
    return size === 1 ? 0 : { id: this.nextIndex++, size };
  }

  /** The element of a node at a place on each of its axes. Throws {@link NoFormula}. */
  of(node: Expression, at: readonly Place[]): Term {
    const key = `${node.id}@${at.map(placeKey).join(',')}`;
    const known = this.memo.get(key);
    if (known) return known;
    if (++this.steps > STEPS) throw new NoFormula('too many steps');
    const term = this.build(node, at);
    if (term.size > LARGEST) throw new NoFormula('too large');
    this.memo.set(key, term);
    return term;
  }

  private build(node: Expression, at: readonly Place[]): Term {
    const { op, args } = node;
    if (op === 'parameter') return symbol(String(node.attributes.name), at);
    if (op === 'constant') return this.constant(node, at);
    const [x] = args;
    if (!x) throw new NoFormula(op);
    if (TRANSPARENT.has(op)) return this.of(x, at);
    if (REDUCTIONS.has(op)) return this.reduction(node, x, at);
    if (op === 'softmax' || op === 'log_softmax') return this.softmax(op, node, x, at);
    if (opNamed(op)?.elementwise) return this.elementwise(node, at);
    return this.structural(node, x, at);
  }

  private constant(node: Expression, at: readonly Place[]): Term {
    const { value, values } = node.attributes;
    if (typeof value === 'number') return literal(value);
    if (!Array.isArray(values)) throw new NoFormula('constant');
    const first: unknown = values[0];
    if (values.every((v) => v === first) && typeof first === 'number') return literal(first);
    if (!at.every((place) => typeof place === 'number')) throw new NoFormula('a table of constants');
    const offset = at.reduce<number>((sum, place, axis) => sum * (node.shape[axis] ?? 1) + Number(place), 0);
    return literal(Number(values[offset]));
  }

  private elementwise(node: Expression, at: readonly Place[]): Term {
    const args = node.args.map((arg) => this.of(arg, broadcastPlaces(arg.shape, node.shape, at)));
    const algebraic = ALGEBRAIC[node.op];
    const [x, y] = args;
    if (algebraic && x) return algebraic(x, y ?? ONE);
    const attributes = ownAttributes(node);
    const definition = opNamed(node.op)?.definition;
    if (Object.keys(attributes).length === 0 || !definition) return apply(node.op, args, attributes);
    return readFormula(definition, namesOf(node.op, args, attributes));
  }

  /** A full reduction does not care how its operand is laid out. */
  private reduction(node: Expression, x: Expression, at: readonly Place[]): Term {
    const axes = axesOf(node.attributes.axes ?? null, x.shape.length);
    const whole = axes.length === x.shape.length;
    const operand = whole ? unlaid(x) : x;
    const kept = node.attributes.keepdims === true ? at.filter((_, axis) => !axes.includes(axis)) : [...at];
    const op = node.op as ReduceOp;
    if (whole && operand.op === 'stack') return this.ofScalars(op, operand, node);
    const places = operand.shape.map((size, axis) =>
      whole || axes.includes(axis) ? this.boundPlace(node, axis, size) : (kept.shift() ?? 0),
    );
    const indices = places.filter((place, axis): place is Index => isIndex(place) && (whole || axes.includes(axis)));
    const extra =
      op === 'norm'
        ? { ord: node.attributes.ord ?? 2 }
        : op === 'var' || op === 'std'
          ? { correction: node.attributes.correction ?? 1 }
          : {};
    return reduce(op, indices, this.of(operand, places), extra);
  }

  /** A reduction of several named scalars is written out. */
  private ofScalars(op: ReduceOp, stack: Expression, node: Expression): Term {
    const terms = stack.args.map((arg) =>
      this.of(
        arg,
        arg.shape.map((size, axis) => this.boundPlace(node, axis, size)),
      ),
    );
    if (stack.args.some((arg) => arg.shape.length > 0)) throw new NoFormula('a stack of tensors');
    if (op === 'sum') return add(...terms);
    if (op === 'mean') return divide(add(...terms), literal(terms.length));
    if (op === 'prod') return multiply(...terms);
    if (op === 'norm' && (node.attributes.ord ?? 2) === 2) return apply('sqrt', [add(...terms.map((t) => power(t, literal(2))))]);
    if (op === 'logsumexp') return apply('logsumexp', terms);
    if (op === 'max' || op === 'min') return terms.reduce((left, right) => apply(op === 'max' ? 'maximum' : 'minimum', [left, right]));
    throw new NoFormula(op);
  }

  private softmax(op: 'softmax' | 'log_softmax', node: Expression, x: Expression, at: readonly Place[]): Term {
    const axis = normalAxis(node.attributes.axis, x.shape.length);
    const place = at[axis] ?? 0;
    if (x.op === 'stack' && x.shape.length === 1 && typeof place === 'number')
      return apply(
        op,
        x.args.map((arg) => this.of(arg, [])),
        { at: place + 1 },
      );
    const index = this.boundPlace(node, axis, x.shape[axis] ?? 1);
    if (!isIndex(index)) return op === 'softmax' ? ONE : literal(0);
    return along(op, index, this.of(x, at.with(axis, index)), place);
  }

  private structural(node: Expression, x: Expression, at: readonly Place[]): Term {
    const [, y] = node.args;
    switch (node.op) {
      case 'reshape':
        return this.of(x, reshapedPlaces(x.shape, node.shape, at));
      case 'broadcast_to':
        return this.of(x, broadcastPlaces(x.shape, node.shape, at));
      case 'transpose':
        return this.of(x, transposedPlaces(node, x.shape.length, at));
      case 'slice':
        return this.of(x, slicedPlaces(node, x.shape, at));
      case 'gather':
        if (y) return this.of(x, at.with(normalAxis(node.attributes.axis, x.shape.length), this.dataPlace(y, at)));
        break;
      case 'take':
        if (y) return this.taken(node, x, y, at);
        break;
      case 'one_hot':
        return same(this.dataPlace(x, at.slice(0, -1)), at[at.length - 1] ?? 0);
      case 'stack':
        return this.stacked(node, at);
      case 'matmul':
        if (y) return this.product(node, x, y, at);
        break;
    }
    throw new NoFormula(node.op);
  }

  private stacked(node: Expression, at: readonly Place[]): Term {
    const axis = normalAxis(node.attributes.axis, node.shape.length);
    const place = at[axis];
    const part = typeof place === 'number' ? node.args[place] : undefined;
    if (!part) throw new NoFormula('stack');
    return this.of(part, at.toSpliced(axis, 1));
  }

  private taken(node: Expression, x: Expression, y: Expression, at: readonly Place[]): Term {
    const axis = normalAxis(node.attributes.axis, x.shape.length);
    const rank = y.shape.length;
    return this.of(x, [...at.slice(0, axis), this.dataPlace(y, at.slice(axis, axis + rank)), ...at.slice(axis + rank)]);
  }

  private product(node: Expression, x: Expression, y: Expression, at: readonly Place[]): Term {
    const [rows, columns] = [x.shape.length, y.shape.length];
    const index = this.boundPlace(node, 0, x.shape[rows - 1] ?? 1);
    const batch = at.slice(0, at.length - (rows > 1 ? 1 : 0) - (columns > 1 ? 1 : 0));
    const left = [...batch.slice(batch.length - Math.max(0, rows - 2)), ...(rows > 1 ? [at[batch.length] ?? 0] : []), index];
    const right = [...batch.slice(batch.length - Math.max(0, columns - 2)), index, ...(columns > 1 ? [at[at.length - 1] ?? 0] : [])];
    return reduce('sum', isIndex(index) ? [index] : [], multiply(this.of(x, left), this.of(y, right)));
  }

  private dataPlace(node: Expression, at: readonly Place[]): Place {
    const term = this.of(node, at);
    return term.kind === 'number' ? Number(term.key) : term;
  }

  /** The variable that a node binds on an axis: the same each time, so that equal terms have equal keys. */
  private boundPlace(node: Expression, axis: number, size: number): Place {
    if (size === 1) return 0;
    const key = `${node.id}.${axis}`;
    const known = this.bound.get(key);
    if (known) return known;
    const made = { id: this.nextIndex++, size };
    this.bound.set(key, made);
    return made;
  }
}

/** Attributes that differ from the op's defaults; thresholds of accuracy do not change the function. */
function ownAttributes(node: Expression): Attributes {
  const defaults = opNamed(node.op)?.attributes ?? {};
  return Object.fromEntries(Object.entries(node.attributes).filter(([name, value]) => name !== 'threshold' && value !== defaults[name]));
}

function broadcastPlaces(from: Shape, to: Shape, at: readonly Place[]): Place[] {
  const missing = to.length - from.length;
  return from.map((size, axis) => (size === 1 ? 0 : (at[axis + missing] ?? 0)));
}

/** Places before a reshape that only adds or drops axes of one element. */
function reshapedPlaces(from: Shape, to: Shape, at: readonly Place[]): Place[] {
  const moving = at.filter((_, axis) => to[axis] !== 1);
  const sizes = (shape: Shape) => shape.filter((size) => size !== 1).join('x');
  if (sizes(from) !== sizes(to)) throw new NoFormula('reshape');
  return from.map((size) => (size === 1 ? 0 : (moving.shift() ?? 0)));
}

function transposedPlaces(node: Expression, rank: number, at: readonly Place[]): Place[] {
  const { axes } = node.attributes;
  const order = Array.isArray(axes) ? axes.map(Number) : Array.from({ length: rank }, (_, i) => rank - 1 - i);
  return Array.from({ length: rank }, (_, axis) => at[order.indexOf(axis)] ?? 0);
}

function slicedPlaces(node: Expression, shape: Shape, at: readonly Place[]): Place[] {
  const starts = node.attributes.starts;
  return at.map((place, axis) => {
    const start = Array.isArray(starts) ? Number(starts[axis] ?? 0) : 0;
    const whole = node.shape[axis] === shape[axis];
    if (whole) return place;
    if (node.shape[axis] === 1) return start;
    throw new NoFormula('slice');
  });
}

function axesOf(axes: Attribute, rank: number): readonly number[] {
  if (axes === null) return Array.from({ length: rank }, (_, i) => i);
  return (Array.isArray(axes) ? axes : [axes]).map((axis) => normalAxis(axis, rank));
}

function normalAxis(axis: Attribute | undefined, rank: number): number {
  const value = typeof axis === 'number' ? axis : -1;
  return value < 0 ? value + rank : value;
}

/** The operand of reshapes and transpositions. */
function unlaid(node: Expression): Expression {
  let inner = node;
  while (inner.op === 'reshape' || inner.op === 'transpose') inner = inner.args[0] ?? inner;
  return inner;
}

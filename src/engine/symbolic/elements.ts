import type { Expression } from '../ir/expression';
import type { Attributes, Shape } from '../numerics/signature';
import { opNamed } from '../ops/registry';
import type { Spans } from './alike';
import { commonTerm } from './alike';
import { ONE, add, apply, divide, literal, multiply, negative, power, subtract } from './algebra';
import { readFormula } from './mathjs';
import { constantAt } from './constants';
import { NoFormula } from './no-formula';
import { namesOf } from './op-names';
import { axesOf, broadcastPlaces, isShifted, longSizes, normalAxis } from './places';
import { along, reduce } from './reduction';
import { alongStack, ofSeveral } from './several';
import { structural } from './structural';
import type { Index, Place, ReduceOp, Term } from './term';
import { isIndex, placeKey, symbol, whole } from './term';
import { wordOf } from './whole-name';

/** Terms larger than this are not built. */
const LARGEST = 1_500;
const STEPS = 4_000;
/** Tells the axes of one operand from those of the next; more than any rank, and than the letters of `einsum`. */
const APART = 1_000;

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
const TRANSPARENT = new Set(['identity', 'to_float', 'cast', 'surrogate']);
const REDUCTIONS = new Set<string>(['sum', 'mean', 'max', 'min', 'prod', 'logsumexp', 'norm', 'var', 'std']);

/** Turns the tensors of a loss's graph into terms about their elements. */
export class Elements {
  private readonly memo = new Map<string, Term>();
  private readonly bound = new Map<string, Index>();
  private readonly parts = new Map<number, readonly Index[]>();
  /** Names of which only the first elements of an axis are summed, and those whose neighbours stand beside them, which shows it. */
  private readonly cut = new Set<string>();
  private readonly shifted = new Set<string>();
  private readonly sizes = new Map<string, Shape>();
  private nextIndex = 0;
  private steps = 0;

  /** A new index variable for an axis; an axis of one element needs none. */
  place(size: number): Place {
    return size === 1 ? 0 : { id: this.nextIndex++, size };
  }

  /** Makes index variables that are new beside those made so far; another such maker makes the same again. */
  branch(): (size: number) => Place {
    let next = this.nextIndex;
    return (size) => (size === 1 ? 0 : { id: next++, size });
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

  /** The sum of all elements of a node: what a gradient is taken of. Throws {@link NoFormula}. */
  total(node: Expression): Term {
    const places = node.shape.map((size) => this.place(size));
    const element = this.of(node, places);
    const sum = reduce(
      'sum',
      places.filter(isIndex).flatMap((index) => this.partsIn(element, index)),
      element,
    );
    if (sum.free.size > 0) throw new NoFormula('axes joined here and apart there');
    if ([...this.cut].some((name) => !this.shifted.has(name))) throw new NoFormula('a part of an axis');
    return sum;
  }

  private build(node: Expression, at: readonly Place[]): Term {
    const { op, args } = node;
    if (op === 'parameter') return this.leaf(node, at);
    if (op === 'constant') return constantAt(node, at);
    const [x] = args;
    if (!x || op === 'opaque') return this.whole(node, at);
    if (TRANSPARENT.has(op)) return this.of(x, at);
    if (REDUCTIONS.has(op)) return this.reduction(node, x, at);
    if (op === 'softmax' || op === 'log_softmax') return this.softmax(op, node, x, at);
    if (opNamed(op)?.elementwise) return this.elementwise(node, at);
    return structural(this, node, x, at) ?? this.whole(node, at);
  }

  private leaf({ attributes, shape }: Expression, at: readonly Place[]): Term {
    const name = String(attributes.name);
    this.sizes.set(name, longSizes(shape));
    if (at.some(isShifted)) this.shifted.add(name);
    else if (at.some((place, axis) => isIndex(place) && place.size !== shape[axis])) this.cut.add(name);
    return symbol(name, longAxes(shape, at));
  }

  private elementwise(node: Expression, at: readonly Place[]): Term {
    const args = node.args.map((arg) => this.of(arg, broadcastPlaces(arg.shape, node.shape, at)));
    const algebraic = ALGEBRAIC[node.op];
    const [x, y] = args;
    if (algebraic && x) return algebraic(x, y ?? ONE);
    const attributes = ownAttributes(node);
    const definition = approximation(node) ?? opNamed(node.op)?.definition;
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
    if (alongStack(operand, whole, axes))
      return this.alongRows(
        node,
        operand.args.map((arg) => this.of(arg, kept)),
      );
    const places = operand.shape.map((size, axis) =>
      whole || axes.includes(axis) ? this.boundPlace(node, axis, size) : (kept.shift() ?? 0),
    );
    const indices = places.filter((place, axis): place is Index => isIndex(place) && (whole || axes.includes(axis)));
    const body = this.of(operand, places);
    return reduce(
      op,
      indices.flatMap((index) => this.partsIn(body, index)),
      body,
      settingsOf(node),
    );
  }

  /** A reduction of rows that were stacked: over a variable where they are alike, else written out. */
  private alongRows(node: Expression, rows: readonly Term[]): Term {
    const index = this.boundPlace(node, APART - 1, rows.length);
    const common = isIndex(index) ? commonTerm(rows, index, this.spans) : null;
    return common && isIndex(index) ? reduce(node.op as ReduceOp, [index], common, settingsOf(node)) : ofSeveral(node, rows);
  }

  /** Whether an axis of a parameter has that many elements. */
  readonly spans: Spans = (name, axis, size) => this.sizes.get(name)?.[axis] === size;

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

  /** The element of what an op makes of whole tensors. */
  private whole(node: Expression, at: readonly Place[]): Term {
    const { op, attributes, shape } = node;
    const operands = (op === 'reshape' ? node.args.map(unshaped) : node.args).map((arg, i) => {
      const places = arg.shape.map((size, axis) => this.boundPlace(node, axis + APART * (i + 1), size));
      const body = this.of(arg, places);
      return { indices: places.filter(isIndex).flatMap((index) => this.partsIn(body, index)), body, shape: arg.shape };
    });
    return whole(wordOf(node), operands, op === 'opaque' ? {} : attributes, longAxes(shape, at), longSizes(shape));
  }

  /** The variables that an index over joined axes stands for, one for each axis. */
  readonly partsOf = (whole: Index, sizes: Shape): readonly Index[] => {
    const known = this.parts.get(whole.id);
    if (known) {
      if (known.map((i) => i.size).join('x') !== sizes.join('x')) throw new NoFormula('axes joined in two ways');
      return known;
    }
    const made = sizes.map((size) => ({ id: this.nextIndex++, size }));
    this.parts.set(whole.id, made);
    return made;
  };

  /** The variables to bind for an index: its parts where the body speaks of those. */
  private partsIn(body: Term, index: Index): readonly Index[] {
    const parts = this.parts.get(index.id);
    if (!parts?.some((part) => body.free.has(part.id))) return [index];
    if (body.free.has(index.id)) throw new NoFormula('axes joined here and apart there');
    return parts;
  }

  /** The variable that a node binds on an axis: the same each time, so that equal terms have equal keys. */
  boundPlace(node: Expression, axis: number, size: number): Place {
    if (size === 1) return 0;
    const key = `${node.id}.${axis}`;
    const known = this.bound.get(key);
    if (known) return known;
    const made = { id: this.nextIndex++, size };
    this.bound.set(key, made);
    return made;
  }
}

/** Attributes of a reduction that change its value. */
function settingsOf({ op, attributes }: Expression): Attributes {
  if (op === 'norm') return { ord: attributes.ord ?? 2 };
  return op === 'var' || op === 'std' ? { correction: attributes.correction ?? 0 } : {};
}

/** Places on the axes that have more than one element: the only ones that a symbol carries. */
export function longAxes(shape: Shape, at: readonly Place[]): Place[] {
  return at.filter((_, axis) => shape[axis] !== 1);
}

/** Attributes that differ from the op's defaults; thresholds of accuracy do not change the function. */
function ownAttributes(node: Expression): Attributes {
  const defaults = opNamed(node.op)?.attributes ?? {};
  return Object.fromEntries(Object.entries(node.attributes).filter(([name, value]) => name !== 'threshold' && value !== defaults[name]));
}

/** The operand of reshapes. */
function unshaped(node: Expression): Expression {
  const [inner] = node.args;
  return node.op === 'reshape' && inner ? unshaped(inner) : node;
}

/** The operand of reshapes and transpositions. */
function unlaid(node: Expression): Expression {
  let inner = node;
  while (inner.op === 'reshape' || inner.op === 'transpose') inner = inner.args[0] ?? inner;
  return inner;
}

/** What stands for an op that is asked to approximate: gelu by tanh. */
function approximation({ op, attributes }: Expression): string | null {
  const approximate = attributes['approximate'];
  if (op !== 'gelu' || (approximate !== true && approximate !== 'tanh')) return null;
  return 'x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) / 2';
}

import { Graph, sizeOf, type Expression } from '../../ir/expression';
import { ShapeError, type Attributes, type Shape } from '../../numerics/signature';
import { opNamed } from '../../ops/registry';
import type { Breach } from './breach';
import { flattened, inRows } from './flattened';
import {
  contractsSelected,
  eitherSelection,
  goesAlong,
  areOneSelection,
  joinedSelections,
  orderedSelection,
  REDUCTIONS,
  refilled,
  takenByPlace,
  uniform,
  varianceOfChosen,
  writtenAtChosen,
  type Joined,
} from './joined-selections';
import type { Selection } from './selection';
import { axisAfter } from './selection-axis';
import { settled } from './settled-selection';
import { Unreadable } from './unreadable';

/** Tensors of more elements than this take memory that an analysis does not have. */
export const MOST_ELEMENTS = 4_000_000;

/** Reductions that count the chosen elements. */
const SPREADS = new Set(['mean', 'var', 'std']);

/** A graph that knows which of its nodes stand for selections of unknown length, and what operations mean for them. */
export class SelectingGraph extends Graph {
  private readonly selections = new Map<Expression, Selection>();
  /** The last application of shapes that do not fit. */
  breach: Breach | null = null;
  /** Whether a selection met a whole tensor that it fits only where everything was chosen. */
  met = false;
  /** Records that a condition must hold, if that may be taken for granted; null where selections may be of any length. */
  whole: ((condition: Expression) => boolean) | null = null;

  /** Records that a condition must hold; false where that may not be asked. */
  granted: ((condition: Expression) => boolean) | null = null;

  /** The loss is read: what is built from here on takes nodes as they are. */
  finish(): void {
    this.selections.clear();
  }

  /** The selection that a node stands for, if any. */
  selectionOf(node: Expression): Selection | null {
    return this.selections.get(node) ?? null;
  }

  /** Marks a node as a selection. */
  mark(node: Expression, selection: Selection): Expression {
    this.selections.set(node, selection);
    return node;
  }

  /** The node at the mask's full size in another shape, its elements that were not chosen meaningless. */
  released(node: Expression, shape: Shape): Expression {
    return super.apply('reshape', [node], { shape });
  }

  /** An operation on nodes as they are, selections or not. */
  plain(op: string, args: readonly Expression[], attributes: Attributes = {}): Expression {
    return super.apply(op, args, attributes);
  }

  private settledOr(joined: Joined, axis: number, [first]: readonly Expression[]): Expression {
    const known = settled(this, joined, first?.shape[axis] ?? 1);
    return known && this.granted?.(known.condition) ? known.node : this.joined(joined);
  }

  private joined({ node, ...selection }: Joined): Expression {
    return this.mark(node, selection);
  }

  /** How many elements were chosen, an integer of the graph. */
  count({ valid }: Selection): Expression {
    return super.apply('sum', [super.apply('to_int', [valid])], { axes: null, keepdims: false });
  }

  override apply(op: string, args: readonly Expression[], attributes: Attributes = {}): Expression {
    try {
      if (SPREADS.has(op) && sizeOf(args[0]?.shape ?? []) === 0) throw new ShapeError('a mean of no elements');
      const made = this.applied(op, args, attributes);
      if (sizeOf(made.shape) > MOST_ELEMENTS) throw new Unreadable(`a tensor of ${sizeOf(made.shape)} elements`);
      return made;
    } catch (error) {
      this.note(error, op, args, attributes);
      throw error;
    }
  }

  /** Runs an application and notes what it was of where the shapes do not fit; of one inside another, what both were of. */
  watched<T>(op: string, nodes: () => readonly Expression[], attributes: Attributes, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof ShapeError) this.note(error, op, nodes(), attributes);
      throw error;
    }
  }

  private note(error: unknown, op: string, nodes: readonly Expression[], attributes: Attributes): void {
    if (!(error instanceof ShapeError)) return;
    const inner = this.breach?.error === error ? this.breach : { error, op, nodes: [], attributes };
    this.breach = { ...inner, nodes: [...new Set([...inner.nodes, ...nodes])] };
  }

  /** Notes that some nodes do not fit each other or what is done with them, and throws the ShapeError that says so. */
  misfit(op: string, nodes: readonly Expression[], attributes: Attributes, why: string): never {
    const error = new ShapeError(why);
    this.note(error, op, nodes, attributes);
    throw error;
  }

  /**
   * An operation on selections that fit the other operands only where everything was chosen: they are what they were chosen from then.
   * Null where that may not be taken for granted.
   */
  private wholly(op: string, args: readonly Expression[], attributes: Attributes): Expression | null {
    this.met = true;
    return args.every((arg) => this.isWhole(arg)) ? super.apply(op, args, attributes) : null;
  }

  /** Whether everything was chosen, or that may be taken for granted. */
  isWhole(node: Expression): boolean {
    const selection = this.selectionOf(node);
    if (!selection) return true;
    this.met = true;
    return this.whole?.(super.apply('all', [selection.valid], { axes: null, keepdims: false })) ?? false;
  }

  private applied(op: string, args: readonly Expression[], attributes: Attributes): Expression {
    if (this.selections.size === 0) return super.apply(op, args, attributes);
    const found = args.map((arg) => this.selectionOf(arg));
    if (found.every((one) => one === null)) return super.apply(op, args, attributes);
    if (op === 'take') {
      const taken = takenByPlace(args, attributes, found);
      if (taken === 'one') return super.apply(op, args, attributes);
      if (taken) return this.mark(super.apply(op, args, attributes), taken);
    }
    if (/^(identity|stop_gradient)$/.test(op) && found[0]) return this.mark(super.apply(op, args, attributes), found[0]);
    if (found.some((one) => one?.within)) throw new Unreadable('positions among chosen elements, computed with');
    const first = found.findIndex((one) => one !== null);
    const selection = found[first];
    const node = args[first];
    if (!selection || !node) return super.apply(op, args, attributes);
    if (op === 'concatenate' && attributes['axis'] === selection.axis)
      return this.settledOr(joinedSelections(this, args, attributes, found, selection.axis), selection.axis, args);
    if (op === 'select' && !areOneSelection(found)) return this.joined(eitherSelection(this, args, found));
    if (found.some((one) => one !== null && one.valid !== selection.valid)) throw new ShapeError(`${op} of two different selections`);
    if (opNamed(op)?.elementwise) return this.elementwise(op, args, attributes, found, node, selection);
    if (op === 'scatter') return this.scattered(args, attributes, selection);
    if (op in REDUCTIONS || SPREADS.has(op)) return this.reduced(op, node, attributes, selection);
    if ((op === 'sort' || op === 'argsort') && attributes['axis'] === selection.axis) return this.inOrder(op, node, attributes, selection);
    if (op === 'einsum') return this.contracted(args, attributes, found, selection);
    if (op === 'cumsum' && attributes['axis'] === selection.axis) return this.accumulated(node, attributes, selection);
    if (op === 'matmul' && args.every(({ shape }, i) => shape.length === 1 && found[i]))
      return super.apply(op, [this.filled(node, selection, 0), ...args.slice(1)], attributes);
    return this.arranged(op, args, attributes, found, selection);
  }

  /** The selected axis must be the same for all operands; others must not have it, or be the same everywhere. */
  private elementwise(
    op: string,
    args: readonly Expression[],
    attributes: Attributes,
    found: readonly (Selection | null)[],
    node: Expression,
    selection: Selection,
  ): Expression {
    const back = node.shape.length - selection.axis;
    for (const [i, arg] of args.entries()) {
      const own = found[i];
      const size = arg.shape[arg.shape.length - back] ?? 1;
      if (own ? arg.shape.length - own.axis === back : size === 1 || uniform(arg)) continue;
      const all = own || size !== node.shape[selection.axis] ? null : this.wholly(op, args, attributes);
      if (all) return all;
      throw new ShapeError(`${op} of a selection and a whole tensor`);
    }
    const result = super.apply(op, args, attributes);
    return this.mark(result, { ...selection, axis: result.shape.length - back });
  }

  private reduced(op: string, node: Expression, attributes: Attributes, selection: Selection): Expression {
    const axes = attributes['axes'];
    const listed = Array.isArray(axes) ? axes.map(Number) : null;
    if (listed && !listed.includes(selection.axis)) {
      const gone = attributes['keepdims'] === true ? 0 : listed.filter((axis) => axis < selection.axis).length;
      return this.mark(super.apply(op, [node], attributes), { ...selection, axis: selection.axis - gone });
    }
    if (op === 'mean') return this.averaged(node, attributes, selection, listed);
    if (op === 'var' || op === 'std') return this.spread(op, node, attributes, selection, listed);
    const neutral = REDUCTIONS[op];
    return super.apply(op, [neutral === null || neutral === undefined ? node : this.filled(node, selection, neutral)], attributes);
  }

  /** A sum of products over the selected axis, which every operand must have; what was not chosen counts as 0. */
  private contracted(
    args: readonly Expression[],
    attributes: Attributes,
    found: readonly (Selection | null)[],
    selection: Selection,
  ): Expression {
    if (!contractsSelected(args, String(attributes['equation']), found))
      throw new Unreadable('einsum of a selection whose length depends on data');
    return super.apply(
      'einsum',
      args.map((arg, i) => (i === found.findIndex((one) => one !== null) ? this.filled(arg, selection, 0) : this.released(arg, arg.shape))),
      attributes,
    );
  }

  /** Sums of the chosen elements so far. */
  private accumulated(node: Expression, attributes: Attributes, selection: Selection): Expression {
    const sums = super.apply('cumsum', [this.filled(node, selection, 0)], attributes);
    return this.mark(refilled(this, sums, selection.valid, selection.axis).node, selection);
  }

  /** Chosen elements in order, before all others; the positions of those count at full size, in the selection that they came from. */
  private inOrder(op: 'sort' | 'argsort', node: Expression, attributes: Attributes, selection: Selection): Expression {
    if (selection.within) throw new Unreadable('positions among chosen elements, computed with');
    const filled = this.filled(node, selection, attributes['descending'] === true ? -Infinity : Infinity);
    const {
      node: chosen,
      valid,
      axis,
    } = orderedSelection(this, op, filled, attributes, { axis: selection.axis, count: this.count(selection) });
    return this.mark(chosen, { valid, axis, first: true, ...(op === 'argsort' ? { within: selection.valid } : {}) });
  }

  private averaged(node: Expression, attributes: Attributes, selection: Selection, axes: readonly number[] | null): Expression {
    const total = super.apply('sum', [this.filled(node, selection, 0)], attributes);
    const others = sizeOf(node.shape.filter((_, axis) => axis !== selection.axis && (axes === null || axes.includes(axis))));
    const count = this.count(selection);
    return super.apply('divide', [total, others === 1 ? count : super.apply('multiply', [count, this.constant(others, 'int')])]);
  }

  private spread(
    op: 'var' | 'std',
    node: Expression,
    attributes: Attributes,
    selection: Selection,
    axes: readonly number[] | null,
  ): Expression {
    const mean = this.averaged(node, { axes: attributes['axes'] ?? null, keepdims: true }, selection, axes);
    const filled = (one: Expression): Expression => this.filled(one, selection, 0);
    const variance = varianceOfChosen(this, node, attributes, { mean, filled, count: this.count(selection), axis: selection.axis });
    return op === 'std' ? super.apply('sqrt', [variance]) : variance;
  }

  /** Elements that were not chosen replaced by what does not matter to a reduction. */
  private filled(node: Expression, selection: Selection, neutral: number): Expression {
    const shape = node.shape.map((size, axis) => (axis === selection.axis ? size : 1));
    const valid = shape.length === 1 ? selection.valid : super.apply('reshape', [selection.valid], { shape });
    return super.apply('where', [
      valid,
      node,
      this.constant(neutral, node.kind === 'bool' ? 'bool' : node.kind === 'int' ? 'int' : 'weak'),
    ]);
  }

  private scattered(args: readonly Expression[], attributes: Attributes, { valid }: Selection): Expression {
    const [target, index, updates] = args;
    const own = target ? this.selectionOf(target) : null;
    if (
      own &&
      attributes['axis'] !== own.axis &&
      [index, updates].every((arg) => arg && goesAlong(target, own, arg, this.selectionOf(arg)))
    )
      return this.mark(super.apply('scatter', args, attributes), own);
    if (!target || !index || !updates || this.selectionOf(target)) throw new Unreadable('a write into a selection');
    return writtenAtChosen(this, [target, index, updates], attributes, { valid, axis: this.selectionOf(index)?.axis ?? null });
  }

  /** Operations that move elements or work along another axis. */
  private arranged(
    op: string,
    args: readonly Expression[],
    attributes: Attributes,
    found: readonly (Selection | null)[],
    selection: Selection,
  ): Expression {
    const axis = axisAfter(op, { args, attributes, axes: found.map((one) => one?.axis ?? null), axis: selection.axis });
    if (axis === null && op === 'gather' && found.includes(null)) {
      const fits = args.every(({ shape }) => shape[selection.axis] === selection.valid.shape[0]);
      const all = fits ? this.wholly(op, args, attributes) : null;
      if (all) return all;
      throw new ShapeError('a choice by positions of other rows');
    }
    const [whole] = axis === null && op === 'reshape' ? args : [];
    const chosen = whole ? (flattened(this, whole, attributes, selection) ?? inRows(this, whole, attributes, selection)) : null;
    if (axis === null && !chosen) throw new ShapeError(`${op} of a selection whose length depends on data`);
    return this.mark(super.apply(op, args, attributes), chosen ?? { ...selection, axis: axis ?? 0 });
  }
}

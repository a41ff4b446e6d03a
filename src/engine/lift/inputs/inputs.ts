import type { Expression, Graph } from '../../ir/expression';
import type { Journal, Cell } from '../state/journal';
import type { OptionValue, Trace } from '../state/trace';
import { OutOfSteps, Unreadable } from '../state/unreadable';
import type { Shape } from '../../numerics/signature';
import type { TensorValue, Value } from '../values/value';
import type { ComparedSizes } from '../state/breach';
import type { Plan } from './plan';
import { countValue, plainValue, withOrigin } from './plain-value';
import { counterOf, sourceOf, unreadOf } from './source';

/** What stands for a list among the things that a parameter is compared with; no parameter has this name. */
export const LIST = '[]';

/** What stands for a single number among the things that a parameter is compared with. */
export const NUMBER = '0';

/** No list of a loss is taken to be longer. */
const LONGEST_LIST = 8;

/** A call written longer than this is named without its arguments. */
const LONGEST_CALL = 32;

/** What stands for an array among the things that a parameter is compared with. */
export const ARRAY = '[...]';

/** A tensor whose size or number of axes the code compared, and what it would have had to be for the other answer. */
export type Wish = { readonly node: Expression; readonly shape: Shape } | { readonly node: Expression; readonly rank: number };

/** The parameters of the loss, each becoming what its first use says it is. */
export class Inputs {
  /** Options chosen for parameters without a default. */
  readonly options = new Map<string, Value>();
  /** Options in the order in which the code asked for them. */
  readonly asked: string[] = [];
  readonly callables = new Set<string>();
  readonly objects = new Set<string>();
  /** Parameters that must hold integers: used as positions. */
  readonly positions = new Set<string>();
  /** Parameters without a default that were compared, in order: with None (null), with another parameter, with a {@link LIST} or an {@link ARRAY}. */
  readonly compared: { readonly path: string; readonly with: string | null }[] = [];
  /** Parameters that were made a list of. */
  readonly listed = new Set<string>();
  /** Parameters that are annotated as single numbers. */
  readonly numbers = new Set<string>();
  /** Parameters that were handed to a model. */
  readonly fed = new Set<string>();
  /** Parameters that are None by default and used as if they were not. */
  readonly needed = new Set<string>();
  /** Parameters that were needed as known integers, and for what. */
  readonly counted = new Map<string, string>();
  /** Tensors whose sizes or number of axes the code asked for, in order. */
  readonly measured: Expression[] = [];
  /** What tensors that the code measured would have had to be for other answers, the last of them. */
  readonly wishes: Wish[] = [];
  /** The parameter of floats of which the code asked last what it holds, and the sizes that it compared last. */
  readonly last: { typed: string | null; sizes: ComparedSizes | null } = { typed: null, sizes: null };
  /** Numbers that parameters were compared with and are not, in order. */
  readonly mismatched: { readonly path: string; readonly as: 'length' | 'count' | 'parts'; readonly value: number }[] = [];
  /** How many classes the code counts itself, and how long it wants axes to be. */
  readonly widths = new Set<number>();
  /** How many elements lists must have. */
  readonly stretched = new Map<string, number>();
  /** Trainable tensors of a module, with the data they start from. */
  readonly trained = new Map<string, Expression>();
  /** Parameters of which copies were made that are read as the parameter itself; none of the two may be written then. */
  readonly copied = new Set<string>();
  /** Parameters that are None by default and of which the code asks that; after how many comparisons of others. */
  readonly absent: { readonly path: string; readonly after: number }[] = [];
  private readonly tensors = new Map<string, TensorValue>();
  private readonly aliases = new Map<string, string>();
  private readonly children: Cell<ReadonlyMap<string, Value>>;
  private readonly outputs: Cell<ReadonlyMap<string, number>>;

  constructor(
    private readonly graph: Graph,
    private readonly journal: Journal,
    private readonly trace: Trace,
    readonly plan: Plan,
    private readonly overrides: Readonly<Record<string, OptionValue>>,
    private readonly settled = false,
    /** Parameters and attributes that are there although they are None by default. */
    readonly given: ReadonlySet<string> = new Set(),
    private readonly decided: ReadonlyMap<string, OptionValue> = new Map(),
  ) {
    this.children = journal.cell<ReadonlyMap<string, Value>>(new Map());
    this.outputs = journal.cell<ReadonlyMap<string, number>>(new Map());
  }

  /** Number of classes. */
  get classes(): number {
    return this.plan.classes;
  }

  /** The working format. */
  get format(): string {
    return this.plan.format;
  }

  /** Paths of all parameters that were used as tensors or numbers, in order of first use. */
  get used(): readonly string[] {
    return [...this.tensors.keys()];
  }

  /** The parameter as a tensor, made on first use. */
  tensor(path: string): TensorValue {
    const known = this.tensors.get(path);
    if (known) return known;
    if (this.callables.has(path)) throw new Unreadable(`${path} is called and used as a tensor`);
    const node = this.graph.parameter(path, this.plan.shapeOf(path, this.nameOf(path)), this.plan.kindOf(path, this.nameOf(path)));
    const made: TensorValue = { kind: 'tensor', cell: this.journal.cell(node) };
    this.tensors.set(path, made);
    return made;
  }

  /** The leaf of a parameter, or null if it was never used as a tensor. */
  leaf(path: string): Expression | null {
    return this.tensors.has(path)
      ? this.graph.parameter(path, this.plan.shapeOf(path, this.nameOf(path)), this.plan.kindOf(path, this.nameOf(path)))
      : null;
  }

  /** Whether the parameter has been used as a tensor. */
  isTensor(path: string): boolean {
    return this.tensors.has(path);
  }

  /** Whether the parameter may hold data: an array that is not known to be something else. */
  mayHoldData(path: string): boolean {
    const other = this.callables.has(path) || this.objects.has(path) || this.options.has(path) || this.plan.lengthOf(path) !== null;
    return this.tensors.has(path) || (!other && this.plan.shapeOf(path).length > 0);
  }

  /** The parameter decides a branch: it takes the value given from outside, or the first that it is compared with. */
  option(path: string, ...candidates: readonly OptionValue[]): Value {
    const known = this.options.get(path);
    const given = this.overrides[path] ?? this.decided.get(path);
    const [first = null] = candidates;
    const chosen = known ?? withOrigin(plainValue(given === undefined ? first : given), path);
    this.options.set(path, chosen);
    this.asked.push(path);
    this.trace.decides(path, ...candidates);
    return chosen;
  }

  /** The parameter is called. */
  callable(path: string): void {
    this.callables.add(path);
  }

  /** Whether the parameter is called. */
  isCallable(path: string): boolean {
    return this.callables.has(path);
  }

  /** Whether something that can be computed will be put in place of a callable parameter. */
  isReplaced(path: string): boolean {
    return this.plan.isReplaced(path);
  }

  /** What a model returns: a value as free as a parameter, and another one at each call. */
  output(model: string, given: readonly string[]): Value {
    const words = `${model}(${given.join(', ')})`;
    return { kind: 'free', path: this.numbered(words.length > LONGEST_CALL ? `${model}(…)` : words) };
  }

  /** A name that was not used before: the second of a kind has a number. */
  private numbered(label: string): string {
    const count = (this.outputs.value.get(label) ?? 0) + 1;
    this.journal.set(this.outputs, new Map(this.outputs.value).set(label, count));
    return count === 1 ? label : `${label}#${count}`;
  }

  /** The parameter is an object or a dict of parameters. */
  object(path: string): void {
    this.objects.add(path);
  }

  /** Whether the parameter is an object or a dict of parameters. */
  isObject(path: string): boolean {
    return this.objects.has(path);
  }

  /** A parameter by its path, still free. */
  open(path: string): Value {
    const count = path.includes('.') || path.includes('[') ? this.plan.countOf(path) : null;
    return this.child(path) ?? (count === null ? { kind: 'free', path } : countValue(path, count, this.overrides[path]));
  }

  /** What was written to a path, or chosen for it; null when nothing was. */
  child(path: string): Value | null {
    return this.children.value.get(path) ?? this.options.get(path) ?? null;
  }

  /** Writes an entry or attribute of a parameter. */
  setChild(path: string, value: Value): void {
    this.journal.set(this.children, new Map(this.children.value).set(path, value));
  }

  /** A copy of a parameter that is no tensor so far: it holds the same. */
  copyOf(path: string): Value {
    this.copied.add(path);
    return { kind: 'free', path };
  }

  /** Whether a parameter is a list. */
  isList(path: string): boolean {
    return (this.plan.lengthOf(path) ?? this.plan.lengthOf(this.nameOf(path))) !== null;
  }

  /** The elements of a list parameter; null when it is no list. */
  elements(path: string, expected?: number): readonly Value[] | null {
    if (this.tensors.has(path)) return null;
    const known = this.plan.lengthOf(path) ?? this.plan.lengthOf(this.nameOf(path));
    const length = known === null ? null : (expected ?? known);
    return length === null ? null : Array.from({ length }, (_, i) => this.open(`${path}[${i}]`));
  }

  /** The parts of a parameter, from one on, that are unpacked into names, each taken for what its name says; null when it is an array. */
  parts(path: string, names: readonly (string | null)[], from = 0): readonly Value[] | null {
    if (this.tensors.has(path) || this.plan.isGiven(path)) return null;
    return names.map((name, i) => {
      const part = `${path}[${from + i}]`;
      if (name !== null) this.aliases.set(part, name);
      return this.open(part);
    });
  }

  /** An element of a list is unpacked into a name that says more than its place. */
  named(path: string, name: string): void {
    if (/\[\d+\]$/.test(path) && !this.tensors.has(path) && !this.aliases.has(path)) this.aliases.set(path, name);
  }

  /** The name that a part of an unpacked parameter was given, or its path. */
  nameOf(path: string): string {
    return this.aliases.get(path) ?? path;
  }

  /** A trainable tensor of a module. */
  learned(name: string, data: Expression): Value {
    const path = this.numbered(name);
    this.trained.set(path, data);
    return this.added(path, data.shape);
  }

  /** A single number that an object of the caller's own tells. */
  number(path: string): TensorValue {
    return this.tensors.get(path) ?? this.added(path, []);
  }

  /** The gradient of a model by what it was given: as free as what the model returns. */
  slope(label: string, shape: Shape): Value {
    return this.added(this.numbered(label), shape);
  }

  private added(path: string, shape: Shape): TensorValue {
    const made: TensorValue = { kind: 'tensor', cell: this.journal.cell(this.graph.parameter(path, shape, 'float')) };
    this.tensors.set(path, made);
    return made;
  }

  /**
   * A parameter that a node shows must be something else than it was taken for: a {@link LIST}, or an {@link ARRAY} and no single
   * number. Whether the node shows one.
   */
  demand(node: Expression, as: typeof LIST | typeof ARRAY | typeof NUMBER): boolean {
    const path = sourceOf(node);
    if (path !== null) this.compared.push({ path, with: as });
    return path !== null;
  }

  /** A list must have so many elements. */
  demandLength(path: string, length: number): void {
    if (length <= LONGEST_LIST) this.stretched.set(path, Math.max(length, this.stretched.get(path) ?? 0));
  }

  /** The code asks whether a parameter is None that is so by default. */
  askedAbsent(path: string): void {
    this.absent.push({ path, after: this.compared.length });
  }

  /** None by default is no value that the code can do with. */
  demandGiven(value: Value): void {
    if (value.kind === 'none' && value.origin !== undefined) this.needed.add(value.origin);
  }

  /** The known value of a parameter that is a count; null for any other. */
  countOf(path: string): number | null {
    return this.plan.countOf(path);
  }

  /** The parameter that a node shows, but for whole numbers added to it, must hold integers. */
  demandIndex(node: Expression): void {
    const path = counterOf(node) ?? unreadOf(node);
    if (path === null) return;
    this.positions.add(path);
    if (!this.settled && this.plan.kindOf(path, this.nameOf(path)) !== 'int') throw new OutOfSteps(`${path} holds positions`);
  }
}

import type { Span } from '../../text/span';
import type { Expression } from '../../ir/expression';
import type { PyNode } from '../../syntax/python/node';
import type { Cell } from '../state/journal';

/** An array; the cell is what in-place writes change. A view reads from and writes to the tensor it was taken from. */
export interface TensorValue {
  readonly kind: 'tensor';
  readonly cell: Cell<Expression>;
  readonly view?: View;
}

/** How a view relates to the tensor that it shares memory with. */
export interface View {
  readonly base: TensorValue;
  readonly read: (base: Expression) => Expression;
  readonly write: (base: Expression, value: Expression) => Expression;
  /** Whether autograd does not notice what is written through it, as through `.data`. */
  readonly unnoticed?: boolean;
}

/** A complex array: its real and its imaginary part, of one shape. It cannot be written. */
export interface ComplexValue {
  readonly kind: 'complex';
  readonly real: Expression;
  readonly imaginary: Expression;
}

/** A Python number whose value is known; `node` is how the source computes it, or null for a plain constant. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: number;
  readonly integer: boolean;
  readonly node: Expression | null;
  /** A number of elements, which is as large as the shapes at hand make it. */
  readonly counts?: boolean;
  /** The tensor of which it is the size along an axis, or the number of axes (null). */
  readonly measures?: { readonly node: Expression; readonly axis: number | null };
  /** The parameter that it tells: the length of one that is a list, or the number that one is taken to be. */
  readonly of?: { readonly path: string; readonly as: 'length' | 'count' };
}

/** A string, boolean or None; `origin` is the parameter whose default it is. */
export type PlainValue =
  | { readonly kind: 'text'; readonly value: string; readonly origin?: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly origin?: string }
  | { readonly kind: 'none'; readonly origin?: string };

/** A parameter about which nothing is known until it is used: a tensor, a number, a dict, an object or a callable. */
export interface FreeValue {
  readonly kind: 'free';
  readonly path: string;
}

/** Something that was not read. */
export interface OpaqueValue {
  readonly kind: 'opaque';
  readonly what: string;
  readonly why: string;
  readonly span: Span;
  /** Tensors that it was computed from. */
  readonly inputs: readonly Expression[];
  /** The node it became when a tensor was needed. */
  readonly node: Cell<Expression | null>;
  /** A call of the loss's own callable parameter: unknown by design, not a gap of the translation. */
  readonly byDesign: boolean;
}

/** A `def` or `lambda` with the scope it closes over. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly node: PyNode;
  readonly scope: Scope;
  readonly module: ModuleModel;
  readonly defaults: ReadonlyMap<string, Value>;
  /** The class whose body defines it, for `super()`. */
  readonly owner: ClassModel | null;
  readonly receiver: Value | null;
}

/** A callable of the lift's own making. */
export interface NativeValue {
  readonly kind: 'native';
  readonly name: string;
  readonly call: (args: Arguments) => Value;
}

/** An instance of a class of the source (`model`) or of a library (`library`, with its constructor's arguments). */
export interface ObjectValue {
  readonly kind: 'object';
  readonly model: ClassModel | null;
  readonly library: string | null;
  readonly constructed: Arguments | null;
  readonly attributes: Cell<ReadonlyMap<string, Value>>;
}

/** One entry of a dict; the map's key is the encoded Python key. */
export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
}

/** A dict; `open` is the name of the loss's own `**kwargs`, in which callers may put more. */
export interface DictValue {
  readonly kind: 'dict';
  readonly cell: Cell<ReadonlyMap<string, DictEntry>>;
  readonly open?: string;
}

/** What an expression of the source evaluates to. */
export type Value =
  | TensorValue
  | ComplexValue
  | NumberValue
  | PlainValue
  | FreeValue
  | OpaqueValue
  | FunctionValue
  | NativeValue
  | ObjectValue
  | { readonly kind: 'tuple'; readonly items: readonly Value[]; readonly names?: readonly string[]; readonly open?: string }
  | { readonly kind: 'list'; readonly cell: Cell<readonly Value[]> }
  | DictValue
  | { readonly kind: 'slice'; readonly start: Value; readonly stop: Value; readonly step: Value }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'dtype'; readonly name: string; readonly spelled?: string }
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'module'; readonly model: ModuleModel }
  | { readonly kind: 'class'; readonly model: ClassModel }
  | { readonly kind: 'method'; readonly receiver: Value; readonly name: string }
  | { readonly kind: 'super'; readonly owner: ClassModel; readonly receiver: Value };

/** Evaluated arguments of one call. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** The loss's own dict and tuple among them, which may hold whatever else the callee needs. */
  readonly open?: Open;
}

/** What is handed on unseen: entries of a dict by name, elements of a tuple by place, the first of them at place `from` of the call. */
export interface Open {
  readonly entries?: string;
  readonly elements?: { readonly path: string; readonly from: number };
}

/** Names of one block; `parent` is the enclosing function or the module. */
export interface Scope {
  readonly names: Cell<ReadonlyMap<string, Value>>;
  readonly parent: Scope | null;
  /** Names declared `nonlocal` or `global` here. */
  readonly outer: Set<string>;
  /** The function whose block it is. */
  readonly of?: PyNode;
}

/** Statements of a file's top level by the names that they bind; several when a name is bound more than once. */
export interface Definitions {
  get(name: string): readonly PyNode[] | undefined;
}

/** One Python file: what its top level defines, evaluated when a name is first asked for. */
export interface ModuleModel {
  /** Path of the file when it is not the one under analysis. */
  readonly path: string | null;
  /** Dotted name, for relative imports; empty when unknown. */
  readonly dotted: string;
  readonly scope: Scope;
  readonly definitions: Definitions;
}

/** One method of a class, and how its decorators bind it. */
export interface MethodModel {
  readonly name: string;
  readonly node: PyNode;
  readonly binding: 'instance' | 'static' | 'class' | 'property';
  readonly decorators: readonly PyNode[];
}

/** A class of the source. */
export interface ClassModel {
  readonly name: string;
  readonly node: PyNode;
  readonly module: ModuleModel;
  /** Where it was defined: for names that its body uses. */
  readonly scope: Scope;
  /** Expressions of its bases, keyword arguments aside. */
  readonly bases: readonly PyNode[];
  readonly methods: ReadonlyMap<string, MethodModel>;
  /** Class attributes by name: the assignment. */
  readonly assignments: ReadonlyMap<string, PyNode>;
  readonly dataclass: boolean;
}

/** A class and its ancestors as far as they can be followed; names of library classes where they cannot. */
export interface Lineage {
  readonly classes: readonly ClassModel[];
  readonly libraries: readonly string[];
  /** Bases of neither kind: their methods are unknown. */
  readonly unknown: readonly string[];
}

/** None. */
export const NONE: Value = { kind: 'none' };

/** A Python string. */
export function text(value: string): Value {
  return { kind: 'text', value };
}

/** A Python boolean. */
export function boolean(value: boolean): Value {
  return { kind: 'boolean', value };
}

/** A Python integer that is a plain constant: a count, an axis. */
export function integer(value: number): NumberValue {
  return { kind: 'number', value, integer: true, node: null };
}

/** The size of a tensor's axis, or of several together. */
export function extent(value: number, measures?: NumberValue['measures']): NumberValue {
  return { ...integer(value), counts: true, ...(measures ? { measures } : {}) };
}

/** A Python float that is a plain constant. */
export function float(value: number): NumberValue {
  return { kind: 'number', value, integer: false, node: null };
}

/** A tuple. */
export function tuple(items: readonly Value[], names?: readonly string[]): Value {
  return names ? { kind: 'tuple', items, names } : { kind: 'tuple', items };
}

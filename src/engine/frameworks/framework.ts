import type { FormatName } from '../numerics/format';
import type { Attribute } from '../numerics/signature';
import type { Conventions } from '../ops/conventions';

/**
 * How one function or method of a library maps onto an op, a composite of `ops/losses/`, or a primitive of the lift
 * (`lift:reshape`). A parameter that is neither an operand, nor an attribute, nor ignored must be absent or hold its
 * default: anything else makes the call opaque, never misread.
 */
export interface Spelling {
  /** Name of an op, a composite (`loss:huber`), or a primitive of the lift (`lift:reshape`). */
  readonly means: string;
  /** Python parameter list: `input, dim=None, keepdim=False, *, dtype=None`. A method's receiver is the first parameter. */
  readonly parameters: string;
  /** Parameters that are the op's operands, in the op's order; absent: the first ones. Composites and primitives take all by attribute name. */
  readonly operands?: readonly string[];
  /**
   * Attribute of the op ← name of a parameter, or a fixed value. An axis may be negative, `axes` a number, a tuple or None.
   * For a composite or a primitive this names every argument, tensors included; without a mapping they keep their library names.
   */
  readonly attributes?: Readonly<Record<string, { readonly from: string } | { readonly value: Attribute }>>;
  /** Parameters without influence on the value (`device`, `name` …). */
  readonly ignored?: readonly string[];
}

/** A class whose instances are called: what its constructor takes, and what a call means. */
export interface CallableClass {
  /** Python parameter list of `__init__`, without `self`. */
  readonly parameters: string;
  /** What a call means; its `from` may name parameters of the constructor as well as of the call. */
  readonly call: Spelling;
  /** What its methods mean, in the same way: `log_prob` of a distribution. */
  readonly methods?: Readonly<Record<string, Spelling>>;
}

/** How generated code says an op in this library; `#1`, `#2` stand for operands, `{axis}` for an attribute. */
export interface Writing {
  readonly code: string;
  /** Modules the code needs, as import statements. */
  readonly imports: readonly string[];
}

/** What a dtype name stands for. */
export type ElementType = FormatName | 'int' | 'bool';

/** One library: how it spells the ops, and its conventions. */
export interface Framework {
  readonly id: 'torch' | 'jax' | 'tensorflow' | 'numpy' | 'python' | 'loss';
  /** Top-level modules that mark a file as using it. */
  readonly modules: readonly string[];
  readonly defaultFormat: FormatName;
  /** Whether float32 subnormals are flushed to 0 on the CPU. */
  readonly flushesSubnormals: boolean;
  readonly conventions: Conventions;
  /** By canonical dotted name, e.g. `torch.nn.functional.relu`. Aliases resolve before the look-up. */
  readonly functions: Readonly<Record<string, Spelling>>;
  /** Methods of tensors by name. */
  readonly methods: Readonly<Record<string, Spelling>>;
  /** Attributes of tensors that are read without a call: `T`, `shape`, `data`; the receiver is the only parameter. */
  readonly properties: Readonly<Record<string, Spelling>>;
  /** Classes of losses and layers by canonical name: constructor parameters, and what a call means. */
  readonly classes: Readonly<Record<string, CallableClass>>;
  /** Canonical names of base classes that make a class a loss or a module: `torch.nn.Module`. */
  readonly bases: readonly string[];
  /** Aliases of modules or functions: `jax.numpy.absolute` → `jax.numpy.abs`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Other keywords that the library takes for a parameter: torch's `axis` for `dim`. Used where the parameter list lacks the keyword itself. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Numbers by canonical name: `math.pi`, `numpy.inf`. */
  readonly constants: Readonly<Record<string, number>>;
  /** Element types by canonical name (`torch.float32`) and by the string a library takes (`float32`). */
  readonly dtypes: Readonly<Record<string, ElementType>>;
  /** How ops are written in this library. */
  readonly writings: Readonly<Record<string, Writing>>;
}

import type { PyNode } from '../syntax/python/node';
import type { SelectingGraph } from './state/selecting-graph';
import type { Attributes } from '../numerics/signature';
import type { Cell, Journal, Writes } from './state/journal';
import type { Trace } from './state/trace';
import type { Inputs } from './inputs/inputs';
import type { Library } from './calls/library';
import type { Memory } from './modules/memory';
import type { Reliance } from './modules/reliance';
import type { Workspace } from './modules/workspace';
import type { Arguments, ClassModel, Lineage, ModuleModel, Scope, Value } from './values/value';
import type { Expression } from '../ir/expression';

/** A value returned under a condition on data, while the other side went on. */
export interface Pending {
  readonly condition: Expression;
  readonly value: Value;
}

/** One running function body, or a module. */
export interface Frame {
  readonly scope: Scope;
  readonly module: ModuleModel;
  /** The class whose method runs, and its receiver, for `super()`. */
  readonly owner: ClassModel | null;
  readonly receiver: Value | null;
  readonly depth: number;
  readonly pending: Pending[];
  /** Decisions on data where this function is run path by path; null where both sides are joined. */
  readonly choices: { readonly decisions: readonly boolean[]; readonly asked: Expression[] } | null;
  /** What a generator has given so far, null once that is not known; left out of any other function. */
  readonly given?: Cell<readonly Value[] | null>;
}

/** How one side of a condition on data ended, and what it wrote; its writes are taken back. */
export interface Side {
  readonly completion: Completion;
  readonly writes: Writes;
  readonly pending: readonly Pending[];
}

/** A loop's turn, or the loop, is left on one side of a condition on data; nothing of either side is written yet. */
export interface Split {
  readonly kind: 'split';
  readonly what: 'break' | 'continue';
  /** Holds where the loop is left. */
  readonly condition: Expression;
  readonly leaves: Writes;
  /** Does what the other side did, then what is left of the blocks that were passed. */
  readonly stay: () => Completion;
}

/** How a statement or block ended. */
export type Completion =
  | { readonly kind: 'next' | 'break' | 'continue' }
  | Split
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'raise'; readonly message: string };

/** The symbolic executor as its parts see one another. */
export interface Machine {
  readonly graph: SelectingGraph;
  readonly journal: Journal;
  readonly trace: Trace;
  readonly inputs: Inputs;
  readonly library: Library;
  readonly workspace: Workspace;
  readonly memory: Memory;
  /** What this execution looks up of the file under analysis. */
  readonly reliance: Reliance;
  /** Classes of the source whose ancestors were followed. */
  readonly lineages: Map<ClassModel, Lineage>;
  /** The nested definition whose value is wanted while the functions around it run, and that value once it is defined. */
  readonly sought: { node: PyNode | null; value: Value | null; deep: boolean };
  /** The value of an expression; throws only OutOfSteps and Raised. */
  evaluate(node: PyNode, frame: Frame): Value;
  /** Runs the statements of a block. */
  execute(block: PyNode, frame: Frame): Completion;
  /** An attribute of a value, or null when it has none. */
  attribute(value: Value, name: string): Value | null;
  /** Calls a value. */
  call(callee: Value, args: Arguments, depth: number): Value;
  /** Evaluates a top-level statement of a module for the sake of one of its names. */
  define(statement: PyNode, name: string, module: ModuleModel): Value | null;
  /** Applies an op of the registry to values. */
  apply(op: string, operands: readonly Value[], attributes?: Attributes): Value;
}

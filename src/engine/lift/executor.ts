import type { Span } from '../text/span';
import type { PyNode } from '../syntax/python/node';
import type { Framework } from '../frameworks/framework';
import { SelectingGraph } from './state/selecting-graph';
import type { Attributes } from '../numerics/signature';
import { infer } from '../ops/registry';
import { callValue } from './calls/call';
import { Library } from './calls/library';
import { attribute } from './expressions/attribute';
import { evaluate } from './expressions/evaluate';
import { Inputs } from './inputs/inputs';
import type { Plan } from './inputs/plan';
import type { Completion, Frame, Machine } from './machine';
import { importsOf } from './modules/imports';
import type { Memory } from './modules/memory';
import type { Reliance } from './modules/reliance';
import { Workspace, type Resolve } from './modules/workspace';
import { Journal } from './state/journal';
import { Trace, type OptionValue } from './state/trace';
import { runAlone, runBlock } from './statements/block';
import { assign, bindTarget } from './statements/assign';
import { defined } from './statements/define';
import { applyComplex } from './calls/complex-call';
import { apply } from './values/apply';
import { isComplex } from './values/complex';
import { opaque } from './values/opaque';
import { truth } from './values/truth';
import type { Arguments, ModuleModel, Value } from './values/value';

/** What an execution needs from outside. */
export interface Setting {
  readonly framework: Framework;
  readonly plan: Plan;
  readonly resolve: Resolve | undefined;
  readonly packages: Resolve | undefined;
  readonly memory: Memory;
  readonly reliance: Reliance;
  readonly overrides: Readonly<Record<string, OptionValue>>;
  readonly steps: number;
  /** So many problems make this execution not worth finishing. */
  readonly worst?: number;
  /** Whether what raises is a gap where it stands. */
  readonly lenient?: boolean;
  /** Whether to read on although a parameter turns out to be positions. */
  readonly settled?: boolean;
  /** Parameters that are given although their default is None. */
  readonly given?: ReadonlySet<string>;
  /** Whether selections that meet whole tensors are taken to be whole. */
  readonly whole?: boolean;
  /** Options that decide otherwise than the code asks first. */
  readonly decided?: ReadonlyMap<string, OptionValue>;
}

/** One symbolic execution: its graph, its state, and its parts joined. */
export class Executor implements Machine {
  readonly graph = new SelectingGraph(infer);
  readonly journal = new Journal();
  readonly trace: Trace;
  readonly inputs: Inputs;
  readonly library: Library;
  readonly workspace: Workspace;
  readonly memory: Memory;
  readonly reliance: Reliance;
  readonly lineages: Machine['lineages'] = new Map();
  readonly sought: Machine['sought'] = { node: null, value: null, deep: false };
  private readonly defining = new Set<PyNode>();

  constructor(setting: Setting) {
    this.memory = setting.memory;
    this.reliance = setting.reliance;
    this.trace = new Trace(setting.steps, setting.worst, setting.lenient);
    this.graph.granted = (condition) => this.trace.takeForGranted(condition);
    if (setting.whole) this.graph.whole = this.graph.granted;
    this.inputs = new Inputs(
      this.graph,
      this.journal,
      this.trace,
      setting.plan,
      setting.overrides,
      setting.settled,
      setting.given,
      setting.decided,
    );
    this.library = new Library(setting.framework, setting.memory);
    this.workspace = new Workspace(this.journal, setting.resolve, setting.memory, setting.packages);
  }

  evaluate(node: PyNode, frame: Frame): Value {
    return evaluate(this, node, frame);
  }

  execute(block: PyNode, frame: Frame): Completion {
    return runBlock(this, block, frame);
  }

  attribute(value: Value, name: string): Value | null {
    return attribute(this, value, name);
  }

  call(callee: Value, args: Arguments, depth: number): Value {
    return callValue(this, callee, args, depth);
  }

  apply(op: string, operands: readonly Value[], attributes?: Attributes): Value {
    return operands.some(isComplex) ? applyComplex(this, op, operands) : apply(this, op, operands, attributes);
  }

  define(statement: PyNode, name: string, module: ModuleModel): Value | null {
    const known = module.scope.names.value.get(name);
    if (known) return known;
    if (this.defining.has(statement)) return null;
    this.defining.add(statement);
    const frame: Frame = { scope: module.scope, module, owner: null, receiver: null, depth: 0, pending: [], choices: null };
    const span: Span = { start: statement.start, end: statement.end, ...(module.path === null ? {} : { source: module.path }) };
    this.trace.at(span, () => this.bindTopLevel(statement, name, frame));
    this.defining.delete(statement);
    if (statement.type === 'expression_statement') this.complete(name, module, frame);
    return module.scope.names.value.get(name) ?? null;
  }

  /** Runs the statements that set attributes and elements of what a top-level name was assigned, or add to it. */
  private complete(name: string, module: ModuleModel, frame: Frame): void {
    for (const statement of module.definitions.get(`${name}.`) ?? []) {
      const target = statement.children[0]?.field('left');
      const runs = isCertain(statement) || this.runsWhen(statement, frame);
      if (runs === true) runAlone(this, statement, frame);
      else if (target) bindTarget(this, target, opaque(this, target.text, 'set under a condition', []), frame);
      else if (runs === null) this.forget(name, frame);
    }
  }

  /** What is added to something under a condition that is not known makes it unknown as a whole. */
  private forget(name: string, { scope }: Frame): void {
    scope.names.value = new Map(scope.names.value).set(name, opaque(this, name, 'added to under a condition', []));
  }

  /** Whether the conditions around a top-level statement hold where the libraries that the file imports are there; null where that is not known. */
  private runsWhen(statement: PyNode, frame: Frame): boolean | null {
    for (let at: PyNode = statement; at.parent; at = at.parent) {
      const { parent } = at;
      if (parent.type !== 'if_statement' || parent.field('condition')?.text.includes('__name__')) continue;
      const condition = parent.field('condition');
      if (at !== parent.field('consequence') || !condition) return null;
      const value = this.evaluate(condition, frame);
      const known = value.kind === 'opaque' || value.kind === 'free' ? null : truth(this, value);
      if (known !== true) return known === false ? false : null;
    }
    return true;
  }

  /** Evaluates one top-level statement, of an import only what binds a name; what it binds stays bound in the module. */
  private bindTopLevel(statement: PyNode, name: string, frame: Frame): void {
    if (statement.type.startsWith('import')) {
      const bound = importsOf(this, statement, frame.module, name);
      frame.scope.names.value = new Map([...frame.scope.names.value, ...bound]);
    } else if (statement.type.endsWith('definition')) {
      const bound = (statement.field('definition') ?? statement).field('name')?.text ?? '';
      const value = defined(this, statement, frame);
      frame.scope.names.value = new Map(frame.scope.names.value).set(bound, value);
    } else if (statement.children[0]) assign(this, statement.children[0], frame);
  }
}

/** Whether a top-level statement runs whenever its file is a program. */
function isCertain(statement: PyNode): boolean {
  for (let at = statement.parent; at; at = at.parent)
    if (at.type === 'if_statement' && !at.field('condition')?.text.includes('__name__')) return false;
  return true;
}

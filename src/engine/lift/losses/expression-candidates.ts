import { isFrozen } from '../callers/untrained';
import type { PyNode } from '../../syntax/python/node';
import { isModelName } from '../roles/names';
import { bare, statementsOf, type Candidate } from './candidate';

const LOSS = /^(total_|train_|batch_|running_)?(loss|cost|objective)(_?\d+|_\w+)?$|_(loss|cost|criterion)$/i;
const NOT = /hist|list|fn$|func|func$|name|log$|logs$|meter|class|type|weight|dict|values|record|_np$|avg|epoch/i;
const ARITHMETIC =
  /(^|\.)(mean|sum|log|exp|abs|sqrt|square|reduce_\w+|where|clip|clamp|maximum|softmax|log_softmax|sigmoid|logsigmoid|logsumexp)$/;
const BUILTINS = new Set(['abs', 'sum', 'max', 'min', 'len', 'range', 'zip', 'enumerate', 'float', 'int', 'pow', 'list', 'tuple']);

/** A straight run of statements in a script or training loop, and what stands around it. */
interface Block {
  readonly statements: readonly PyNode[];
  readonly outer: Block | null;
  /** Position of the inner block among the statements of the outer one. */
  readonly at: number;
}

/**
 * Losses that a script or a training loop computes in place: the last assignment to such a name in a block, with the assignments
 * before it that it depends on. A name bound by a loop, by data loading or by a call of something else is an input.
 */
export function expressionCandidates(root: PyNode, taken: ReadonlySet<PyNode>): Candidate[] {
  const defined = definedNames(root);
  const result: Candidate[] = [];
  const visit = (statements: readonly PyNode[], outer: Block | null, at: number): void => {
    const block: Block = { statements, outer, at };
    for (const [name, index] of lastLosses(statements)) {
      const found = candidateAt(block, index, name, defined);
      if (found && !isReported(root.text, name) && !isTally(statements[index], name, root.text)) result.push(found);
    }
    statements.forEach((statement, i) => {
      if (taken.has(bare(statement))) return;
      const definition = bare(statement).type.endsWith('_definition');
      if (bare(statement).type === 'function_definition' && !trains(bare(statement))) return;
      for (const suite of suitesOf(bare(statement))) visit(suite.children, definition ? null : block, i);
    });
  };
  visit(root.children, null, 0);
  return result;
}

/** Whether a function takes training steps itself, or is one that a trainer calls. */
function trains(definition: PyNode): boolean {
  return /\.backward\(|GradientTape/.test(definition.text) || STEP.test(definition.field('name')?.text ?? '');
}

const STEP = /^_?(train|training|shared|common|manual)_step$/;

/** Whether a name is only ever read as a number to report: then nothing trains with it. */
function isReported(text: string, name: string): boolean {
  const reads = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\b(?!\\s*=[^=])`, 'g'))].map(({ index }) =>
    text.slice(index + name.length),
  );
  return reads.length > 0 && reads.every((rest) => /^\.(item|detach|cpu|numpy|data)\b/.test(rest));
}

/** Whether a statement only adds up for a report what losses came to: numbers, that nothing is trained with. */
function isTally(statement: PyNode | undefined, name: string, text: string): boolean {
  const assignment = statement ? assignmentOf(statement) : null;
  const right = assignment?.field('right');
  const goesOn = right?.type === 'binary_operator' && right.field('left')?.text === assignment?.field('left')?.text;
  const adds = assignment?.type === 'augmented_assignment' || goesOn;
  return (
    adds && /\bfloat\(|\.(item|detach|numpy|tolist)\(/.test(assignment?.text ?? '') && !new RegExp(`\\b${name}\\.backward\\(`).test(text)
  );
}

function suitesOf(statement: PyNode): PyNode[] {
  if (!/_statement$|_clause$|_definition$/.test(statement.type)) return [];
  return statement.children.flatMap((child) => (child.type === 'block' ? [child] : /_clause$/.test(child.type) ? suitesOf(child) : []));
}

/** For each name of a loss, the position of the last statement of the run that assigns it. */
function lastLosses(statements: readonly PyNode[]): Map<string, number> {
  const result = new Map<string, number>();
  statements.forEach((statement, i) => {
    const assignment = assignmentOf(statement);
    const left = assignment?.field('left');
    if (left?.type === 'identifier' && LOSS.test(left.text) && !NOT.test(left.text)) result.set(left.text, i);
  });
  return result;
}

function candidateAt(block: Block, index: number, name: string, defined: ReadonlySet<string>): Candidate | null {
  const statement = block.statements[index];
  const assignment = statement ? assignmentOf(statement) : null;
  const [left, right] = [assignment?.field('left'), assignment?.field('right')];
  if (!statement || !left || !right || !calculates(right) || right.type === 'lambda') return null;
  const { slice, free, tallied } = backwardSlice(block, index, assignment as PyNode, defined);
  if (free.every((one) => tallied.has(one)) || strangerCall(right, defined)) return null;
  const span = { start: statement.start, end: statement.end };
  return {
    name,
    kind: 'expression',
    node: left,
    nameSpan: { start: left.start, end: left.end },
    span,
    root: name,
    owner: null,
    slice: [...slice, statement],
    under: conditionsOn(statement, new Set([...free, ...slice.flatMap((one) => [...changedIn(one)])])),
    frozen: isFrozen(statement),
    free,
  };
}

/** The conditions of the branches that a statement stands in, outermost first, that ask something of some names and of nothing else. */
function conditionsOn({ parent, start }: PyNode, known: ReadonlySet<string>): PyNode[] {
  if (!parent) return [];
  const holds = parent.type === 'if_statement' && (parent.field('consequence')?.end ?? 0) > start;
  const condition = holds ? parent.field('condition') : null;
  const names = condition ? namesIn(condition) : [];
  const own = condition && names.length > 0 && names.every((name) => known.has(name)) && /\(/.test(condition.text) ? [condition] : [];
  return [...conditionsOn(parent, known), ...own];
}

/** What a statement is made of. */
interface Slice {
  /** Assignments that it depends on, in order. */
  readonly slice: readonly PyNode[];
  /** Names that nothing known binds. */
  readonly free: readonly string[];
  /** Those that loops which train add up: what is made of them alone is a report. */
  readonly tallied: ReadonlySet<string>;
}

function backwardSlice(block: Block, index: number, assignment: PyNode, defined: ReadonlySet<string>): Slice {
  const right = assignment.field('right');
  const wanted = new Set(right ? namesIn(right) : []);
  if (assignment.type === 'augmented_assignment') namesIn(assignment.field('left') ?? assignment).forEach((name) => wanted.add(name));
  const slice: PyNode[] = [];
  const free = new Set<string>();
  const tallied = new Set<string>();
  for (let at: Block | null = block, from = index - 1; at; from = at.at - 1, at = at.outer) {
    for (let i = from; i >= 0; i--) take(at.statements[i] as PyNode, { wanted, slice, free, tallied }, defined);
    const around = at.outer?.statements[at.at];
    if (around?.type === 'for_statement') namesIn(around.field('left') ?? around).forEach((name) => bound(name, wanted, free));
  }
  wanted.forEach((name) => (defined.has(name) || BUILTINS.has(name) ? undefined : free.add(name)));
  return { slice: slice.reverse(), free: [...free], tallied };
}

/** A slice in the making. */
interface Taken {
  /** Names that are still to be found. */
  readonly wanted: Set<string>;
  readonly slice: PyNode[];
  readonly free: Set<string>;
  readonly tallied: Set<string>;
}

/** Takes a statement into the slice if it changes what is wanted and can be read; else those names are inputs. */
function take(statement: PyNode, taken: Taken, defined: ReadonlySet<string>): void {
  const { wanted, slice, free } = taken;
  if (writesTo(statement, wanted)) {
    slice.push(statement);
    return namesIn(statement).forEach((name) => wanted.add(name));
  }
  if (COMPOUND.test(statement.type)) return takeWhole(statement, taken, defined);
  const assignment = assignmentOf(statement);
  const left = assignment?.field('left');
  const right = assignment?.field('right');
  if (!assignment || !left || !right) return;
  const names = targetsIn(left);
  if (!names.some((name) => wanted.has(name))) return;
  if (isModelCall(right) || strangerCall(right, defined)) return names.forEach((name) => bound(name, wanted, free));
  slice.push(statement);
  const whole = assignment.type !== 'augmented_assignment' && left.type !== 'subscript' && left.type !== 'attribute';
  if (whole) names.forEach((name) => wanted.delete(name));
  namesIn(whole ? right : assignment).forEach((name) => wanted.add(name));
}

const COMPOUND = /^(for|while|if|with|try)_statement$/;

/** A loop or branch that changes what is wanted is part of what it is made of, unless it trains, or runs over data. */
function takeWhole(statement: PyNode, { wanted, slice, free, tallied }: Taken, defined: ReadonlySet<string>): void {
  const changed = changedIn(statement);
  const concerned = [...changed].filter((name) => wanted.has(name));
  if (concerned.length === 0) return;
  if (statement.type === 'for_statement' && STEPS.test(statement.text)) concerned.forEach((name) => tallied.add(name));
  if (!/^(for|if)_statement$/.test(statement.type) || TRAINS.test(statement.text) || strangerCall(statement, defined))
    return concerned.forEach((name) => bound(name, wanted, free));
  slice.push(statement);
  const before = new Set(wanted);
  for (const name of namesIn(statement)) if (before.has(name) || !changed.has(name)) wanted.add(name);
}

/** What a training step does. */
const STEPS = /\.(backward|step|apply_gradients|minimize)\(/;

const TRAINS = /\.(backward|step|zero_grad|apply_gradients|gradient|minimize)\(|\b(next|yield|await|return|GradientTape)\b/;

/** Names that a statement and what is inside of it bind or write to. */
function changedIn(statement: PyNode): Set<string> {
  const names = new Set<string>();
  const visit = (node: PyNode): void => {
    if (/_definition$|lambda|comprehension/.test(node.type)) return;
    const left = /^(assignment|augmented_assignment|for_statement)$/.test(node.type) ? node.field('left') : null;
    if (left) targetsIn(left).forEach((name) => names.add(name));
    const grown = node.type === 'call' ? GROWS.exec(node.field('function')?.text ?? '')?.[1] : undefined;
    if (grown !== undefined) names.add(grown);
    node.children.forEach(visit);
  };
  visit(statement);
  return names;
}

/** The names that a target binds, or whose elements or attributes it writes. */
function targetsIn(target: PyNode): string[] {
  if (target.type === 'identifier') return [target.text];
  if (target.type === 'subscript' || target.type === 'attribute') return namesIn(target.children[0] ?? target);
  return target.children.flatMap(targetsIn);
}

const GROWS = /^(\w+)\.(append|extend|insert|add|update)$/;

/** Whether a statement writes in place to something wanted: `q.fill_diagonal_(1)`, `terms.append(x)`. */
function writesTo(statement: PyNode, wanted: ReadonlySet<string>): boolean {
  const call = statement.type === 'expression_statement' ? statement.children[0] : null;
  if (call?.type !== 'call') return false;
  const name = /^(\w+)\.[a-z]\w*[a-z]_\(/.exec(call.text)?.[1] ?? GROWS.exec(call.field('function')?.text ?? '')?.[1];
  return name !== undefined && wanted.has(name);
}

function bound(name: string, wanted: Set<string>, free: Set<string>): void {
  if (wanted.delete(name)) free.add(name);
}

function assignmentOf(statement: PyNode): PyNode | null {
  const child = statement.type === 'expression_statement' ? statement.children[0] : null;
  return child?.type === 'assignment' || child?.type === 'augmented_assignment' ? child : null;
}

/** Names that an expression reads: not those of attributes and keywords. */
function namesIn(node: PyNode): string[] {
  if (node.type === 'identifier') return [node.text];
  if (node.type === 'attribute') return namesIn(node.field('object') ?? node);
  if (node.type === 'keyword_argument') return node.field('value') ? namesIn(node.field('value') as PyNode) : [];
  if (node.type === 'lambda' || node.type.endsWith('comprehension') || node.type === 'generator_expression') {
    const inner = new Set(
      node.children.flatMap((child) =>
        child.type === 'for_in_clause' ? namesIn(child.field('left') ?? child) : child.type === 'lambda_parameters' ? namesIn(child) : [],
      ),
    );
    return node.children.flatMap(namesIn).filter((name) => !inner.has(name));
  }
  return node.children.flatMap(namesIn);
}

/** Whether an expression calls something that is neither of a library, nor of the file, nor a model: a loader, an environment. */
function strangerCall(node: PyNode, defined: ReadonlySet<string>): boolean {
  if (node.type === 'call' && !isModelCall(node)) {
    const callee = node.field('function');
    if (callee?.type === 'identifier' && !defined.has(callee.text) && !BUILTINS.has(callee.text)) return true;
    const [root] = callee?.type === 'attribute' ? namesIn(callee) : [];
    if (root !== undefined && !defined.has(root) && HOLDERS.test(root)) return true;
  }
  return node.children.some((child) => strangerCall(child, defined));
}

function isModelCall(node: PyNode): boolean {
  const callee = node.type === 'call' ? node.field('function') : null;
  return callee !== null && /^[\w.]+$/.test(callee.text) && isModelName(callee.text);
}

/** Names of things whose methods are not read. */
const HOLDERS =
  /^(self|model|net|network|agent|policy|env|loader|data|dataset|sess|batch|optimizer|tokenizer|encoder|decoder|generator|discriminator|[GD]|net[GD])$/i;

function calculates(node: PyNode): boolean {
  if (node.type === 'binary_operator' && !/^['"]/.test(node.text)) return true;
  if (node.type === 'call' && ARITHMETIC.test(node.field('function')?.text ?? '')) return true;
  return node.type !== 'lambda' && node.children.some(calculates);
}

/** Names that the file imports, defines, or sets to something made of a library's class. */
function definedNames(root: PyNode): Set<string> {
  const names = new Set<string>();
  for (const statement of statementsOf(root)) {
    const definition = bare(statement);
    const name = definition.field('name')?.text;
    if (definition.type.endsWith('definition') && name !== undefined) names.add(name);
    if (statement.type.startsWith('import')) {
      for (const one of statement.fieldAll('name'))
        names.add(one.field('alias')?.text ?? (statement.type === 'import_statement' ? (one.text.split('.', 1)[0] ?? one.text) : one.text));
    }
  }
  return names;
}

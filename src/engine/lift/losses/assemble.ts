import type { Domain } from '../../ir/domain';
import { inOrder, type Expression } from '../../ir/expression';
import type { Span } from '../../text/span';
import type { Declarations, Loss, Missing, Parameter } from '../../ir/loss';
import type { ParsedDeclarations } from '../declarations';
import { assignRoles } from '../roles/assign-roles';
import { atLine, UseTable } from '../roles/evidence';
import { isCutOff } from '../callers/untrained';
import { passedDomain } from '../callers/passed-domain';
import { demandedDomain, type GuardFinding } from '../roles/from-guards';
import { isSettingPath, roleOfName } from '../roles/names';
import { documentedDomain } from '../roles/from-docstring';
import type { Subject } from '../roles/subject';
import type { OptionValue } from '../state/trace';
import { comparedValues, optionsOf } from './options';
import { isConfiguration, isPlainNumber } from './priors';
import { asNumber } from '../values/apply';
import type { Value } from '../values/value';
import { plainValue } from '../inputs/plain-value';
import { countFor, type Attempt } from './attempt';
import { docstringOf, type Candidate } from './candidate';
import type { ReadingSetting } from './file-setting';
import { isVariadic, type SignatureParameter } from './signature';

/** Everything that was read of a candidate, as a loss. */
export function assemble(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  setting: ReadingSetting,
  read: Attempt,
  because: string,
): Loss {
  const { executor, body } = read;
  const reached = new Set(body ? inOrder(body) : []);
  const missing = missingIn(read, reached);
  const graph = executor.graph;
  graph.finish();
  const outer = inOrder(...(body ? [body] : []), ...executor.trace.guards.map((guard) => guard.condition));
  const table = new UseTable(body ? [body] : outer, executor.trace.uses, setting.lines);
  return {
    name: candidate.name,
    kind: candidate.kind,
    framework: setting.framework.id,
    span: candidate.span,
    nameSpan: candidate.nameSpan,
    parameters: parametersFor(candidate, signature, declarations, setting, read, table, reached),
    options: optionsOf(
      decidedBy(read, signature),
      (name) => comparedIn(setting, name),
      (name) => defaultOf(name, read, setting),
    ),
    graph,
    body,
    uses: executor.trace.uses.filter(({ node }) => reached.has(node)),
    status: statusOf(body, missing),
    missing,
    declarations: declaredIn(declarations),
    shapesBecause: because,
    withoutAutograd: Boolean(candidate.frozen) || (!candidate.applied && isFunctionForward(candidate, executor)),
    ...(candidate.fate ? { fate: candidate.fate } : {}),
    ...writtenIn(read, reached),
    demands: executor.trace.guards.map(({ condition }) => condition).filter((condition) => isOfInputs(condition, reached)),
  };
}

/** What is written in place and by hand, and where the result is only a part of what is returned. */
function writtenIn({ executor: { trace }, part }: Attempt, reached: ReadonlySet<Expression>): Pick<Loss, 'part' | 'writes' | 'handmade'> {
  const handmade = trace.handmade.filter(({ slopes, apart }) => apart === true || reached.has(slopes));
  const counts = trace.uses.map(({ node }) => (reached.has(node) ? 1 : 0));
  const before = (at: number): number => counts.slice(0, at).reduce<number>((sum, one) => sum + one, 0);
  const writes = trace.writes.map((write) => ({
    ...write,
    evaluated: before(write.evaluated),
    aside: write.aside.map(([from, to]) => [before(from), before(to)] as const),
  }));
  return { writes, handmade, ...(part === '' ? {} : { part }) };
}

/** Whether a condition is made of the inputs of the result and of nothing else, all of it read. */
function isOfInputs(condition: Expression, reached: ReadonlySet<Expression>): boolean {
  const leaves = inOrder(condition).filter(({ op }) => op === 'parameter' || op === 'opaque' || op === 'random');
  return leaves.length > 0 && leaves.every((leaf) => leaf.op === 'parameter' && reached.has(leaf));
}

/** What the author declared, without its places. */
function declaredIn({ wrt, dtype, facts, ignores }: ParsedDeclarations): Declarations {
  return {
    wrt,
    dtype,
    facts: facts.map(({ reduction, parameter, relation, bound }) => ({ reduction, parameter, relation, bound })),
    ignored: ignores.flatMap((ignore) => ignore.codes),
  };
}

/** `forward` of a `torch.autograd.Function`, which runs without autograd; `backward` beside it says the gradient. */
function isFunctionForward({ kind, node, owner }: Candidate, { lineages }: Attempt['executor']): boolean {
  if (kind !== 'method' || node.field('name')?.text !== 'forward') return false;
  const known = [...lineages].find(([model]) => model.node === owner)?.[1].libraries ?? [];
  return [...known, ...(owner?.field('superclasses')?.children ?? []).map(({ text }) => text)].some((base) =>
    /(^|\.)autograd(\.function)?\.Function$|^Function$/.test(base),
  );
}

function statusOf(body: Expression | null, missing: readonly Missing[]): Loss['status'] {
  if (!body || (body.op === 'opaque' && body.args.length === 0 && missing.length > 0)) return 'none';
  return missing.length === 0 ? 'full' : 'partial';
}

/** What was not read on the way to the result. */
function missingIn(read: Attempt, reached: ReadonlySet<Expression>): Missing[] {
  const found = [...read.executor.trace.opaque].filter(([node]) => reached.has(node)).map(([, value]) => value);
  const whole = read.value.kind === 'opaque' && !found.includes(read.value) ? [read.value] : [];
  const nothing: Missing[] =
    !read.body && whole.length === 0 ? [{ span: read.executor.trace.here, what: 'the result', why: 'is not a number' }] : [];
  const all = [...whole, ...found]
    .filter((value) => !value.byDesign)
    .map(({ span, what, why }): Missing => ({ span, what, why }))
    .concat(
      nothing,
      read.executor.trace.doubts.map(({ span, what }) => ({ span, what, why: 'does not hold for the sizes tried' })),
    );
  return distinct(all);
}

/** What stands at one place is missing once, however often it was reached. */
function distinct(all: readonly Missing[]): Missing[] {
  return [...new Map(all.map((one) => [[one.span.source, one.span.start, one.what, one.why].join(), one])).values()];
}

interface Entry extends Subject {
  readonly signature: SignatureParameter | null;
}

function parametersFor(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  setting: ReadingSetting,
  read: Attempt,
  table: UseTable,
  reached: ReadonlySet<Expression>,
): Parameter[] {
  const entries = entriesFor(candidate, signature, declarations, read, reached, setting);
  const roles = assignRoles(entries, table);
  return entries.flatMap((entry, i): Parameter[] => {
    const assigned = roles[i];
    if (!assigned) return [];
    const plotAt = declarations.domains.find((one) => one.name === entry.path)?.plotAt ?? null;
    const node = entry.signature?.module.path === null ? entry.signature.node : undefined;
    const span = node ? { start: node.start, end: node.end } : candidate.nameSpan;
    const isStandard = entry.signature?.default && !read.executor.inputs.given.has(entry.path);
    const count = entry.leaf || !entry.signature || isStandard ? null : countFor(read.executor.inputs, entry.signature);
    const wants = entry.signature?.path === entry.path && !entry.signature.default ? wantedBy(entry.signature) : null;
    return [
      {
        name: entry.path,
        ...assigned,
        default: defaultOf(entry.path, read, setting),
        ...(count === null ? {} : { count }),
        ...(wants === null ? {} : { wants }),
        ...(isVariadic(entry.signature) ? { variadic: true as const } : {}),
        ...(entry.built ? { built: true as const } : {}),
        ...(isCutOff(candidate.node, entry.path, setting.references) ? { cutOff: true as const } : {}),
        plotAt,
        node: entry.leaf,
        span,
      },
    ];
  });
}

/** What the annotation of a parameter asks for, where it is something plain. */
function wantedBy({ annotation }: SignatureParameter): NonNullable<Parameter['wants']> | null {
  const word = /^(int|float|bool|str|[Ll]ist|[Tt]uple|[Dd]ict)\b/.exec(annotation)?.[1]?.toLowerCase();
  return (word as Parameter['wants']) ?? null;
}

/** Parameters of the signature, a dict or object replaced by its parts, then what else the result depends on. */
function entriesFor(
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  read: Attempt,
  reached: ReadonlySet<Expression>,
  setting: ReadingSetting,
): Entry[] {
  const { inputs } = read.executor;
  const leaves = leavesIn(reached);
  const rootOf = (path: string): string => (signature.some((one) => one.path === path) ? path : (path.split(/[.[]/, 1)[0] ?? path));
  const listed = signature.flatMap((parameter): [string, SignatureParameter | null][] => {
    const parts = inputs.used.filter((path) => path !== parameter.path && rootOf(path) === parameter.path && leaves.has(path));
    if (parts.length > 0 && !leaves.has(parameter.path)) return parts.map((path) => [path, parameter]);
    return parameter.kind === 'args' || parameter.kind === 'kwargs' ? [] : [[parameter.path, parameter]];
  });
  const isWhole = takesPair(signature);
  const known = new Set(listed.map(([path]) => path));
  const extra = [...leaves.keys(), ...methodsLeftOpen(reached).filter((path) => inputs.isCallable(path))]
    .filter((path) => !known.has(path))
    .map((path): [string, null] => [path, null]);
  return [...listed, ...extra].map(([path, parameter]) => ({
    path,
    word: inputs.nameOf(path),
    leaf: leaves.get(path) ?? inputs.leaf(path),
    declaredRole: declarations.roles.find((one) => one.name === path)?.role ?? null,
    declaredDomain: declarations.domains.find((one) => one.name === path)?.domain ?? null,
    configured: isConfigured(path, parameter, read) || (!parameter && isAround(candidate, path)),
    built: parameter?.from === 'constructor' && (!parameter.enclosing || isWhole),
    callable: inputs.isCallable(path),
    fed: inputs.fed.has(path) && !leaves.has(path),
    demanded: demandedBy(leaves.get(path) ?? inputs.leaf(path), read, setting),
    tokens: setting.tokens,
    documented: parameter?.path === path ? documentedFor(candidate, parameter) : null,
    logged: loggedAt(read.executor.trace.logged.get(path), setting),
    passed: parameter?.from === 'call' ? passedDomain(candidate.node, path, setting.references, setting.lines) : null,
    signature: parameter,
  }));
}

/** The parameters among some nodes, by name. */
function leavesIn(reached: ReadonlySet<Expression>): Map<string, Expression> {
  return new Map([...reached].flatMap((node) => (node.op === 'parameter' ? [[String(node.attributes['name']), node] as const] : [])));
}

/** What the docstring of a function, or of its class, says of what a call gives it. */
function documentedFor({ node, owner }: Candidate, { from, name }: SignatureParameter): Domain | null {
  return from === 'call' ? documentedDomain([node, owner].map(docstringOf).join('\n'), name) : null;
}

/** Where a likelihood takes a parameter for logarithms, in the words of a reason; null where none does. */
function loggedAt(span: Span | undefined, { lines }: ReadingSetting): string | null {
  if (!span) return null;
  return span.source === undefined ? atLine(lines.lineAt(span.start)) : '';
}

/** Whether the names of what a call is given tell a prediction and a target: what stands around the function is no data then. */
function takesPair(signature: readonly SignatureParameter[]): boolean {
  const roles = signature.filter(({ from }) => from === 'call').map(({ name }) => roleOfName(name)?.role);
  return roles.includes('prediction') && roles.includes('target');
}

/** Methods that subclasses write, and that the result calls. */
function methodsLeftOpen(reached: ReadonlySet<Expression>): string[] {
  const called = [...reached].flatMap(({ op, attributes }) => (op === 'opaque' ? [String(attributes['name'])] : []));
  return [...new Set(called.filter((name) => /^self\.\w+$/.test(name)))];
}

/** What assertions of the file under analysis leave to a parameter. */
function demandedBy(leaf: Expression | null, read: Attempt, { lines }: ReadingSetting): GuardFinding | null {
  if (!leaf) return null;
  const demands = read.executor.trace.guards.map(({ condition, span }) => ({
    condition,
    where: span.source === undefined ? atLine(lines.lineAt(span.start)) : '',
  }));
  return demandedDomain(leaf, demands);
}

/** Whether a parameter is a number, string or switch rather than data. */
function isConfigured(path: string, parameter: SignatureParameter | null, read: Attempt): boolean {
  if (parameter?.path === path && read.executor.inputs.options.has(path)) return true;
  const standard = read.defaults.get(path);
  if (standard && standard.kind !== 'none') return true;
  if (parameter && path === parameter.path && (isConfiguration(parameter) || isPlainNumber(parameter))) return true;
  const leaf = read.executor.inputs.leaf(path);
  if (isSettingPath(path)) return true;
  return (roleOfName(path)?.scalar ?? false) && (!leaf || leaf.shape.length === 0);
}

/** Whether a name that no signature has stands around a function, where its file is set up. */
function isAround({ kind }: Candidate, path: string): boolean {
  return kind === 'function' && /^[A-Za-z_]\w*$/.test(path);
}

function defaultOf(path: string, read: Attempt, setting: ReadingSetting): Parameter['default'] {
  const given = setting.overrides[path];
  const value = given !== undefined ? plainValue(given) : (read.defaults.get(path) ?? read.executor.inputs.options.get(path));
  return value ? literal(value) : null;
}

function literal(value: Value): OptionValue {
  const number = value.kind === 'boolean' ? null : asNumber(value);
  if (number) return number.value;
  return value.kind === 'text' || value.kind === 'boolean' ? value.value : null;
}

/** What the text compares an option with. */
function comparedIn({ text, reliance }: ReadingSetting, name: string): readonly OptionValue[] {
  const values = comparedValues(text, name);
  reliance.compared.set(name, values);
  return values;
}

/** What decided branches, of the parameters of the signature. */
function decidedBy(read: Attempt, signature: readonly SignatureParameter[]): Map<string, ReadonlySet<OptionValue>> {
  return new Map([...read.executor.trace.options].filter(([name]) => signature.some((one) => one.path === name)));
}

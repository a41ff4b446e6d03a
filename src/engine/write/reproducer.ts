import { type Expression, inOrder } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { tensorCode, type Nested } from './tensor-code';
import { harnessOf, type Harness } from './harness';
import { baseOf, containerOf, namespaceImport } from './containers';
import { isDefault, standIns, standing, stateOf, variable } from './stand-ins';
import { writtenOut } from './written-out';

/** What the source tells of names. */
export interface Names {
  readonly isWritten?: (name: string) => boolean;
  readonly isImportable?: (name: string) => boolean;
}

/** Inputs on which a loss fails, and what comes out there. */
export interface Failure {
  readonly inputs: Readonly<Record<string, Nested>>;
  readonly dtype: string;
  readonly value: Nested;
  readonly gradients: Readonly<Record<string, Nested>>;
}

/**
 * A short program in the loss's own framework that calls the author's function, imported from `module`, on the failing inputs,
 * prints value and gradients, and fails by an assertion. A loss that cannot be imported (a nested function, an expression of
 * a script) is written out. Of names, `isWritten` says whether the author writes into it, so that a copy goes in, and `isImportable` whether the module has it. Null where the call cannot be made up: a callable, or something that was not read.
 */
export function reproducer(
  loss: Loss,
  failure: Failure,
  module: string,
  { isWritten = () => false, isImportable = () => true }: Names = {},
): string | null {
  const harness = harnessOf(loss.framework, failure.dtype);
  const call = harness && callOf(loss, failure, module, harness, isImportable);
  if (!harness || !call) return null;
  const trained = trainedIn(failure);
  const draws = call.whole === true ? [] : drawLines(loss, failure, harness);
  const uses = wordsOf([...call.setup, call.code, ...draws].join('\n'));
  if (!givenNames(loss, failure).every((name) => uses.has(variable(name)))) return null;
  const lines = [
    ...new Set([...harness.imports, ...call.imports]),
    '',
    ...inputLines(loss, failure, harness, trained),
    ...draws,
    ...call.setup,
    ...harness.run(loss.framework === 'torch' ? withCopies(call.code, trained.filter(isWritten)) : call.code, trained.map(variable)),
    ...assertions(failure, harness, trained, call.code),
  ];
  return `${lines.join('\n')}\n`;
}

/** The inputs that gradients are shown of; none where the value is broken and no gradient comes back, as where gradients are off. */
function trainedIn({ value, gradients, inputs }: Failure): readonly string[] {
  const names = Object.keys(gradients).filter((name) => name in inputs && !name.startsWith('self.'));
  return !finite(value) && names.every((name) => zero(gradients[name] ?? 1)) ? [] : names;
}

/** The call with copies in the place of arguments: torch lets nobody write into a tensor whose gradient it keeps. */
function withCopies(call: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replace(`${name}=${variable(name)}`, `${name}=${variable(name)}.clone()`), call);
}

/** A call of the author's function: what it imports, the statements before it, and the expression. */
export interface Call {
  readonly imports: readonly string[];
  readonly setup: readonly string[];
  readonly code: string;
  /** Whether the loss itself is written out, with its draws. */
  readonly whole?: true;
}

/** A call with what takes the loss out of all that it returns; null where nothing does. */
function takenOut(call: Call | null, { part = '' }: Loss): Call | null {
  return call && part !== null ? { ...call, code: call.code + part } : null;
}

function callOf(loss: Loss, failure: Failure, module: string, harness: Harness, isImportable: (name: string) => boolean): Call | null {
  if (Object.keys(failure.inputs).some((name) => /^self\..*#\d+$/.test(name))) return null;
  const given = loss.parameters.filter(
    (p) => p.role !== 'callable' && ((p.name in failure.inputs && !isDefault(p, failure.inputs)) || isEntry(p, failure)),
  );
  const path = loss.name.replace(/#\d+$/, '').split('.');
  if (loss.kind === 'function' && path.length === 1 && isImportable(path[0] ?? '')) {
    const stand = standIns(loss, failure.inputs, () => true);
    const others = stand && [...stand, ...otherArguments(loss, failure, harness, () => true)];
    return others && takenOut(functionCall(path[0] ?? '', argumentsOf(given, failure), others, module), loss);
  }
  if (loss.kind === 'method' && path.length === 2)
    return takenOut(methodCall(loss, failure, path as [string, string], given, module, harness), loss);
  return standIns(loss, failure.inputs, () => true)?.length === 0 ? writtenOut(loss, failure.inputs) : null;
}

function functionCall(name: string, given: string, others: readonly string[], module: string): Call {
  return {
    imports: [...namespaceImport(given), `from ${module} import ${name}`],
    setup: [],
    code: `${name}(${[given, ...others].filter(Boolean).join(', ')})`,
  };
}

function methodCall(
  loss: Loss,
  failure: Failure,
  [owner, method]: [string, string],
  given: readonly Parameter[],
  module: string,
  harness: Harness,
): Call | null {
  if (loss.withoutAutograd) return appliedCall(loss, failure, owner, module);
  const madeWith = standIns(loss, failure.inputs, (p) => !inside(p, loss));
  const calledWith = standIns(loss, failure.inputs, (p) => inside(p, loss));
  if (!madeWith || !calledWith) return null;
  const own = given.filter((p) => inside(p, loss));
  const made = given.filter((p) => !inside(p, loss) && /^\w+$/.test(p.name));
  const states = given
    .filter((p) => /^self\.\w+$/.test(p.name))
    .map((p) => `loss.${p.name.slice('self.'.length)} = ${stateOf(p, variable(p.name), loss)}`);
  const callee = calledByItself(method, own) ? 'loss' : `loss.${method}`;
  return {
    imports: [...namespaceImport(argumentsOf(made, failure) + argumentsOf(own, failure)), `from ${module} import ${owner}`],
    setup: [
      `loss = ${owner}(${[argumentsOf(made, failure), ...madeWith, ...otherArguments(loss, failure, harness, (p) => !inside(p, loss))].filter(Boolean).join(', ')})`,
      ...states,
    ],
    code: `${callee}(${[argumentsOf(own, failure), ...calledWith, ...otherArguments(loss, failure, harness, (p) => inside(p, loss))].filter(Boolean).join(', ')})`,
  };
}

/** A function with a derivative of its own is applied, to what stands behind its context. */
function appliedCall(loss: Loss, { inputs }: Failure, owner: string, module: string): Call {
  const [, ...own] = loss.parameters.filter((p) => inside(p, loss));
  const values = own.map(({ name, default: standard }) =>
    name in inputs && inputs[name] !== standard ? variable(name) : pythonValue(standard),
  );
  return { imports: [`from ${module} import ${owner}`], setup: [], code: `${owner}.apply(${values.join(', ')})` };
}

function pythonValue(value: Parameter['default']): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : JSON.stringify(value);
}

/** Whether the object is called itself; that of Keras takes arguments of its own names only. */
function calledByItself(method: string, own: readonly Parameter[]): boolean {
  return (
    ['forward', '__call__'].includes(method) || (method === 'call' && own.every(({ name }) => /^(y_true|y_pred|sample_weight)$/.test(name)))
  );
}

/** The words that were analysed, and None for what does not matter: whether the signature has the same by default is not told. */
function otherArguments(
  { parameters }: Loss,
  failure: Failure,
  harness: Harness,
  where: (parameter: Parameter) => boolean,
): readonly string[] {
  return parameters
    .filter((p) => where(p) && /^\w+$/.test(p.name) && p.role !== 'reduction' && p.role !== 'callable')
    .flatMap((p) => {
      if (typeof p.default === 'string') return [`${p.name}=${JSON.stringify(p.default)}`];
      return p.default !== null || p.name in failure.inputs || isEntry(p, failure) ? [] : [`${p.name}=${standing(p, harness)}`];
    });
}

function inside(parameter: Parameter, loss: Loss): boolean {
  if (parameter.span === loss.nameSpan && loss.kind === 'method') return false;
  return parameter.span.source === undefined && parameter.span.start >= loss.span.start && parameter.span.end <= loss.span.end;
}

/** Keywords, so that the order of the signature does not matter; entries of a dict or a tuple go as that dict or tuple. */
function argumentsOf(parameters: readonly Parameter[], { inputs }: Failure): string {
  const named = parameters.filter((p) => !p.name.startsWith('self.') && !p.name.includes('('));
  const variadic = new Set(named.filter((p) => p.variadic).map((p) => baseOf(p.name)));
  const names = [...new Set(named.map((p) => baseOf(p.name)))];
  const spread = names
    .filter((name) => variadic.has(name))
    .flatMap((name) => containerOf(name, inputs)?.slice(1, -1).replace(/,$/, '') ?? []);
  const others = names.filter((name) => !variadic.has(name));
  const given = others.map((name) => `${name}=${name in inputs ? name : (containerOf(name, inputs) ?? name)}`);
  const [places, words] = [spread.filter((text) => !text.includes(':')), spread.filter((text) => text.includes(':'))];
  return [...places, ...given, ...words.map((text) => text.replace(/['"](\w+)['"]: /g, '$1='))].join(', ');
}

function isEntry(parameter: Parameter, failure: Failure): boolean {
  return Object.keys(failure.inputs).some((name) => baseOf(name) === parameter.name && name !== parameter.name);
}

/** The inputs that are no defaults. What the program does not use of them it cannot show. */
function givenNames(loss: Loss, { inputs }: Failure): readonly string[] {
  const defaults = new Set(loss.parameters.filter((p) => isDefault(p, inputs)).map((p) => p.name));
  return Object.keys(inputs).filter((name) => !defaults.has(name));
}

function inputLines(loss: Loss, failure: Failure, harness: Harness, trained: readonly string[]): string[] {
  const kinds = kindsOf(loss);
  return givenNames(loss, failure).map(
    (name) => `${variable(name)} = ${tensorCode(failure.inputs[name] ?? 0, kinds.get(name) ?? 'float', harness, trained.includes(name))}`,
  );
}

function wordsOf(code: string): ReadonlySet<string> {
  return new Set(code.match(/\w+/g));
}

function kindsOf(loss: Loss): ReadonlyMap<string, string> {
  const leaves = loss.body ? inOrder(loss.body).filter((node) => node.op === 'parameter') : [];
  const indices = indexed(loss);
  return new Map(leaves.map((node) => [String(node.attributes.name), indices.has(node) ? 'int' : node.kind]));
}

/** What chooses elements, perhaps after being masked or cast: a library wants integers there. */
function indexed({ body }: Loss): ReadonlySet<Expression> {
  const order = body ? inOrder(body) : [];
  const chooses = order.flatMap(({ op, args }) => (op === 'one_hot' ? args.slice(0, 1) : CHOOSES.has(op) ? args.slice(1, 2) : []));
  const found = new Set(chooses);
  for (const node of found) if (MOVES.has(node.op)) node.args.forEach((arg) => found.add(arg));
  return found;
}

const CHOOSES: ReadonlySet<string> = new Set(['gather', 'take', 'scatter']);
const MOVES: ReadonlySet<string> = new Set([
  'to_int',
  'cast',
  'where',
  'clip',
  'maximum',
  'minimum',
  'reshape',
  'transpose',
  'broadcast_to',
  'slice',
]);

/** Draws are given by the library's own functions, put in their place; where two of a kind are wanted, they are left to chance. */
function drawLines({ body }: Loss, { inputs }: Failure, harness: Harness): string[] {
  const draws = (body ? inOrder(body) : []).filter(({ op }) => op === 'random').map(({ attributes }) => String(attributes.distribution));
  return draws
    .filter((distribution) => distribution in inputs && draws.filter((other) => other === distribution).length === 1)
    .flatMap((distribution) => harness.draw(distribution, variable(distribution)) ?? []);
}

function assertions({ value, gradients }: Failure, harness: Harness, trained: readonly string[], call: string): string[] {
  if (!finite(value)) return [harness.assertFinite('value')];
  const bad = trained.find((name) => !finite(gradients[name] ?? 0));
  const dead = trained.find((name) => zero(gradients[name] ?? 1));
  const name = bad ?? dead;
  const gradient = name === undefined ? null : harness.gradientOf(variable(name), trained.map(variable));
  const [first] = trained;
  if (!gradient) {
    const slope = first === undefined ? null : harness.gradientOf(variable(first), trained.map(variable));
    return first === undefined || slope === null ? [] : harness.assertSlope(call, variable(first), slope);
  }
  return [bad === undefined ? harness.assertNonzero(gradient) : harness.assertFinite(gradient)];
}

function finite(value: Nested): boolean {
  if (Array.isArray(value)) return value.every(finite);
  if (typeof value === 'object' && 'full' in value) return finite(value.value);
  return typeof value === 'number';
}

function zero(value: Nested): boolean {
  if (Array.isArray(value)) return value.every(zero);
  if (typeof value === 'object' && 'full' in value) return zero(value.value);
  return value === 0;
}

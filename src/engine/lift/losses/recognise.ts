import type { PyModule, PyNode } from '../../syntax/python/node';
import { bare, docstringOf, innerDefinitions, statementsOf, type Candidate } from './candidate';
import { expressionCandidates } from './expression-candidates';
import { declarationsAt } from './declared';
import { returnsOf } from './returned';
import { inWords, isHome, isOfMeasures, STRONG, WEAK } from './loss-names';
import { isToldLoss, returnsOwnLoss } from './told-loss';
import { roleOfName } from '../roles/names';
import { isForOlder, isNeverMade } from './unmade';
import { calledNames, ruledNames, ruleNames, trainedNames } from './usage';

const GRADIENT = /(^|_)(grad|gradient|derivative|deriv|jacobian|hessian)s?$|(^|_)(grad|gradient)_of_|backward/i;

/** What a loss is multiplied with, or what is measured of it. */
const FACTOR = /loss_(coeffs?|coefs?|coefficients?|weights?|factors?|scale|metrics?)(_|$)/i;

/** The inverse of a distribution function, which has the name of a loss. */
const INVERSE = /^_*quantile$/;

/** The quality of a picture, which is infinite for a perfect one by its definition. */
const QUALITY = /^(?!.*loss).*(^|_)psnr(_|\d|$)/i;

/** The likeness of two pictures, by which models are judged as well as trained. */
const LIKENESS = /^(calculate|compute|calc)_(ms_?)?s?ssim$/i;

/** Functions around losses, not losses. */
const AROUND =
  /(^|_)(plot|print|help|log_loss(es)?_to|show|draw|save|load|get|build|make|create|register|train|test|eval|evaluate|validate|update|backward|parse|init|setup|configure|is|has|num|reset|schedule|scheduler|grad|callback|logger|history|curve|names?|weights?|dict|fn_factory|factory|from_config|step)(_|$)/i;

/** Parts of networks whose names have words of losses. */
const BLOCK = /residual_?(unit|block|attention|vector|quantiz|layer|net|connection)|_residual$|^residual$/i;

const BASES = /(^|\.)(_?\w*Loss|_WeightedLoss|Criterion|LossFunctionWrapper|\w*Criterion)$/;

/** The losses of a file, in source order; `path` is where it lies, if that is known. */
export function recognise(module: PyModule, path = ''): Candidate[] {
  const home = isHome(path);
  const judges = isOfMeasures(path) && !home;
  const called = calledNames(module.root);
  const trained = trainedNames(module.root);
  const rules = ruleNames(module.root);
  const result: Candidate[] = [];
  for (const statement of statementsOf(module.root)) {
    const node = bare(statement);
    if (rules.has(node.field('name')?.text ?? '')) continue;
    if (node.type === 'function_definition') result.push(...functionCandidates(module, statement, node, { called, trained, home, judges }));
    else if (node.type === 'class_definition') result.push(...classCandidates(module, node, trained, home));
    else if (statement.type === 'expression_statement') result.push(...lambdaCandidates(statement, trained));
  }
  const taken = new Set(result.map((one) => one.owner ?? one.node));
  result.push(...expressionCandidates(module.root, taken));
  const ruled = new Set(['', ...rules, ...ruledNames(module.root)]);
  const read = result.flatMap((one) => {
    if (isForOlder(one.owner ?? one.node)) return [];
    const measures = judges && one.kind === 'function' && !trained.has(one.name) && !/loss|criterion|objective/i.test(one.name);
    const isUntrained = one.owner === null && measures;
    return isUntrained || (ruled.size > 1 && isUnderRules(one, called, ruled)) ? { ...one, frozen: true } : one;
  });
  return numbered(read.sort((a, b) => a.span.start - b.span.start));
}

/** Whether a private function is only called where the gradient is said by a rule, so that none goes through it. */
function isUnderRules({ name }: Candidate, called: ReadonlyMap<string, ReadonlySet<string>>, ruled: ReadonlySet<string>): boolean {
  const callers = [...(called.get(name) ?? [])];
  return name.startsWith('_') && callers.some((caller) => caller !== '') && callers.every((caller) => ruled.has(caller));
}

/** What the rest of the file says of a function. */
interface Surroundings {
  readonly called: ReadonlyMap<string, ReadonlySet<string>>;
  readonly trained: ReadonlySet<string>;
  readonly home: boolean;
  /** Whether the file holds measures by which models are judged. */
  readonly judges: boolean;
}

function functionCandidates(module: PyModule, statement: PyNode, node: PyNode, around: Surroundings): Candidate[] {
  const name = node.field('name')?.text ?? '';
  const { mark, wrt } = declarationsAt(module, statement);
  if (mark === 'not a loss') return [];
  const chosen = mark === 'loss' || wrt !== null || around.trained.has(name);
  const returned = returnedDefinitions(node);
  if (returned.length === 1 && returned.every((one) => handsOn(one, node))) return [];
  const [inner, ...others] = returned.length > 1 ? returned.filter((one) => STRONG.test(innerName(one))) : returned;
  if (inner) {
    const whole = returned.length === 1 && (chosen || STRONG.test(name) || STRONG.test(innerName(inner)));
    const made = whole || returned.length > 1 ? [inner, ...others] : [];
    return made.map((one) => candidate(`${name}.${innerName(one)}`, 'function', one, name, node, one));
  }
  if (chosen ? computes(node) : isLoss(node, name, around)) return [candidate(name, 'function', node, name, null, statement)];
  const nested = innerDefinitions(node).filter(
    (one) => STRONG.test(innerName(one)) && !AROUND.test(innerName(one)) && around.trained.has(innerName(one)),
  );
  return nested.map((one) => candidate(`${name}.${innerName(one)}`, 'function', one, name, node, one));
}

/** Whether a nested function stands in for what the one around it is given, `@functools.wraps(f)`, and computes nothing itself. */
function handsOn(inner: PyNode, outer: PyNode): boolean {
  const decorated =
    inner.parent?.type === 'decorated_definition' &&
    /@(functools\.)?wraps\(/.test(inner.parent.text.slice(0, inner.start - inner.parent.start));
  const [given] = outer.field('parameters')?.children ?? [];
  return decorated && given !== undefined && !calculates(inner) && new RegExp(`return ${given.text}\\(`).test(inner.text);
}

/** By its name; by that of the file, for a public function that no other calls. */
function isLoss(node: PyNode, name: string, { called, home, judges }: Surroundings): boolean {
  const callers = [...(called.get(name) ?? [])];
  if (GRADIENT.test(name) || FACTOR.test(name) || INVERSE.test(name) || QUALITY.test(name) || !computes(node)) return false;
  if (/loss|criterion/i.test(name)) return !AROUND.test(name) || calculates(node);
  if (AROUND.test(name)) return false;
  if (STRONG.test(name)) return true;
  const told = !name.startsWith('_') && calculates(node) && (isToldLoss(node) || returnsOwnLoss(node));
  const plain =
    (WEAK.test(name) && (!judges || LIKENESS.test(name))) ||
    returnsLoss(node) ||
    told ||
    (home && !name.startsWith('_') && calculates(node));
  if (home && WEAK.test(name) && !name.startsWith('_')) return true;
  return plain && !callers.some((caller) => caller !== '' && (home || STRONG.test(caller) || WEAK.test(caller)));
}

/** A class is a loss by its name, its base, or its use; what it computes is its call, else its methods that are called losses. */
function classCandidates(module: PyModule, node: PyNode, trained: ReadonlySet<string>, home: boolean): Candidate[] {
  const name = node.field('name')?.text ?? '';
  const { mark } = declarationsAt(module, node);
  if (mark === 'not a loss' || isNeverMade(module.root, node)) return [];
  const methods = [...statementsOf(node.field('body') ?? node)].filter(
    (one) => bare(one).type === 'function_definition' && !/abstract|property/.test(one.text.slice(0, bare(one).start - one.start)),
  );
  const made = (found: PyNode): Candidate => candidate(`${name}.${innerName(bare(found))}`, 'method', bare(found), name, node, found);
  const called = (wanted: string): PyNode | undefined => methods.find((one) => innerName(bare(one)) === wanted && computes(bare(one)));
  const own = ['forward', 'call', '__call__'].map(called).find((one) => one !== undefined);
  const isCalled = own !== undefined && ((home && isCalledLoss(node, bare(own))) || isToldLoss(bare(own)));
  const lossClass = mark === 'loss' || isLossClass(node, name, trained) || isCalled;
  const main = lossClass ? own : undefined;
  const others = methods.filter((one) => one !== main && isLossMethod(bare(one), lossClass && !main, node));
  return [...(main ? [made(main)] : []), ...others.map(made)];
}

/**
 * Whether what the call of a class returns is called a loss, there or by the first words about the class, and nothing beside it is
 * returned; or a loss by its very name comes before what else is returned.
 */
function isCalledLoss(node: PyNode, method: PyNode): boolean {
  const returned = [...returnsOf(method)];
  const isSeveral = ({ type }: PyNode): boolean => type === 'expression_list' || type === 'tuple';
  const alone = returned.filter((one) => !isSeveral(one));
  const given = (method.field('parameters')?.children.length ?? 0) > 2;
  const [about = ''] = docstringOf(node).split('\n\n', 1);
  if (given && returned.some((one) => isSeveral(one) && /^(\w+_)?loss$/.test(one.children[0]?.text ?? ''))) return true;
  if (given && alone.length > 0 && !MEASURED.test(innerName(node)) && takesPair(method)) return true;
  return given && (alone.some(({ text }) => /loss|criterion/i.test(text)) || (alone.length > 0 && /\bloss\b/i.test(about)));
}

/** What is called of a prediction and its target and is no loss. */
const MEASURED = /accuracy|metric|match|assign|sampl|target|min(er|ing)|visual|meter/i;

/** Whether the names of a call's parameters tell a prediction and a target. */
function takesPair(method: PyNode): boolean {
  const names = (method.field('parameters')?.children ?? []).map(({ text }) => /^\w+/.exec(text)?.[0] ?? '');
  const roles = new Set(names.map((name) => roleOfName(name)?.role));
  return roles.has('prediction') && roles.has('target');
}

function isLossClass(node: PyNode, name: string, trained: ReadonlySet<string>): boolean {
  const bases = (node.field('superclasses')?.children ?? []).map((base) => base.text);
  const words = inWords(name);
  return (
    (lossName(words) && !BLOCK.test(words)) || /Loss|Criterion/.test(name) || bases.some((base) => BASES.test(base)) || trained.has(name)
  );
}

/** A method called after a loss that the class's own call does not use. */
function isLossMethod(method: PyNode, only: boolean, owner: PyNode): boolean {
  const name = innerName(method);
  if (!computes(method) || GRADIENT.test(name)) return false;
  if (only && /^(compute|loss|compute_loss|get_loss|__call__)$/.test(name)) return true;
  if (!/loss|criterion/i.test(name) || AROUND.test(isGivenLoss(method) ? name : name.replace(GIVES, '')) || !calculates(method))
    return false;
  return only || !owner.text.includes(`.${name}(`);
}

/** A method that computes a loss may be called so; one that is given it does something else with it. */
const GIVES = /^get_(?=\w*loss$)/;

function isGivenLoss(method: PyNode): boolean {
  return /\bloss\b/.test(method.field('parameters')?.text ?? '');
}

function lambdaCandidates(statement: PyNode, trained: ReadonlySet<string>): Candidate[] {
  const assignment = statement.children[0];
  const [left, right] = [assignment?.field('left'), assignment?.field('right')];
  if (left?.type !== 'identifier' || right?.type !== 'lambda') return [];
  if (!lossName(left.text) && !trained.has(left.text)) return [];
  return [
    { name: left.text, kind: 'function', node: right, nameSpan: spanOf(left), span: spanOf(statement), root: left.text, owner: null },
  ];
}

function lossName(name: string): boolean {
  return (STRONG.test(name) || WEAK.test(name)) && !AROUND.test(name.replace(/(^|_)weights?(?=_)/gi, ''));
}

function innerName(node: PyNode): string {
  return node.field('name')?.text ?? '';
}

/** Whether what a function returns is a call of a library's loss. */
function returnsLoss(definition: PyNode): boolean {
  return [...statementsOf(definition.field('body') ?? definition)].some((statement) => {
    const value = statement.type === 'return_statement' ? statement.children[0] : null;
    return value?.type === 'call' && LIBRARY_LOSS.test(value.field('function')?.text.replace(/\(.*/s, '') ?? '');
  });
}

const LIBRARY_LOSS =
  /^(F|nn|torch\.nn(\.functional)?|tf\.nn|(tf\.)?(keras\.)?losses|optax)\.(\w*[lL]oss|\w*cross_?entropy\w*|\w*[cC]ross[eE]ntropy\w*|kl_div)$/;

/** The nested functions that a factory returns: one, or several together. */
function returnedDefinitions(definition: PyNode): PyNode[] {
  const inner = innerDefinitions(definition);
  const returned = [...statementsOf(definition.field('body') ?? definition)]
    .filter((one) => one.type === 'return_statement')
    .map((one) => one.children[0]);
  const names = returned.map((one) => (one?.type === 'expression_list' ? one.children : one ? [one] : []).map(({ text }) => text));
  const several = names.find((together) => together.length > 1 && together.every((text) => inner.some((one) => innerName(one) === text)));
  if (several) return inner.filter((one) => several.includes(innerName(one)));
  const one = inner.find((definition) => names.some(([only, ...others]) => others.length === 0 && only === innerName(definition)));
  return one ? [one] : [];
}

/** Whether a body does arithmetic or calls a library's reductions. */
function calculates(definition: PyNode): boolean {
  const found = (node: PyNode): boolean =>
    (node.type === 'binary_operator' && !isOfText(node)) ||
    (node.type === 'call' && (CALCULATION.test(node.field('function')?.text ?? '') || callsLoss(node))) ||
    node.children.some((child) => !child.type.endsWith('definition') && found(child));
  return found(definition.field('body') ?? definition);
}

/** Whether an operator joins or formats strings. */
function isOfText(node: PyNode): boolean {
  return [node.field('left'), node.field('right')].some((side) => side !== null && /string$/.test(side.type));
}

const CALCULATION =
  /(^|\.)(mean|sum|log|exp|abs|sqrt|square|squared_difference|divide_no_nan|matmul|einsum|reduce_\w+|\w*(cross_entropy|mse|l1|kl_div|_loss|_with_logits))$/;

/** Whether an object of a library's loss is made and called at once: `tf.keras.losses.Huber()(y, x)`. */
function callsLoss(call: PyNode): boolean {
  const made = call.field('function');
  return made?.type === 'call' && LOSS_OBJECT.test(made.field('function')?.text ?? '');
}

const LOSS_OBJECT = /(^|\.)(losses\.[A-Z]\w*|nn\.\w*Loss)$/;

/** Whether a body returns a value that is more than a name of something else. */
function computes(definition: PyNode): boolean {
  return [...returnsOf(definition)].some((value) => value.type !== 'none' && !MAKES_FUNCTION.test(value.text));
}

/** An expression that is a function of a function. */
const MAKES_FUNCTION = /^((functools\.)?partial\(|(jax\.)?(jit|pmap|vmap|grad|value_and_grad)\((?:[^()]|\([^()]*\))*\)$)/;

function candidate(name: string, kind: Candidate['kind'], node: PyNode, root: string, owner: PyNode | null, around: PyNode): Candidate {
  const at = node.field('name') ?? node;
  return { name, kind, node, nameSpan: spanOf(at), span: spanOf(around), root, owner };
}

function spanOf(node: PyNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}

/** A name that comes again gets a number. */
function numbered(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  return candidates.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name}#${count}` };
  });
}

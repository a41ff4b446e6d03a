import type { PyModule, PyNode } from '../../syntax/python/node';
import { bare, candidate, innerDefinitions, innerName, isCallName, spanOf, statementsOf, type Candidate } from './candidate';
import { classCandidates, takesPair } from './class-candidates';
import { expressionCandidates } from './expression-candidates';
import { declarationsAt } from './declared';
import { calculates, computes } from './loss-body';
import { AROUND, FACTOR, GRADIENT, isHome, isOfMeasures, lossName, STRONG, WEAK } from './loss-names';
import { isToldLoss, returnsOwnLoss } from './told-loss';
import { isForOlder } from './unmade';
import { calledNames, ruledNames, ruleNames, trainedNames } from './usage';

/** The inverse of a distribution function, which has the name of a loss. */
const INVERSE = /^_*quantile$/;

/** The quality of a picture, which is infinite for a perfect one by its definition. */
const QUALITY = /^(?!.*loss).*(^|_)psnr(_|\d|$)/i;

/** The likeness of two pictures, by which models are judged as well as trained. */
const LIKENESS = /^(calculate|compute|calc)_(ms_?)?s?ssim$/i;

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
    result.push(...deepCandidates(node, trained));
    if (node.type === 'function_definition') result.push(...functionCandidates(module, statement, node, { called, trained, home, judges }));
    else if (node.type === 'class_definition') result.push(...classCandidates(module, node, trained, home));
    else if (statement.type === 'expression_statement') result.push(...lambdaCandidates(statement, trained));
  }
  const taken = new Set(
    result.map((one) => (one.inside || (one.kind === 'method' && !isCallName(innerName(one.node))) ? one.node : (one.owner ?? one.node))),
  );
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
    if (made.length > 0) return made.map((one) => candidate(`${name}.${innerName(one)}`, 'function', one, name, node, one));
  }
  if (!inner && (chosen ? computes(node) : isLoss(node, name, around))) return [candidate(name, 'function', node, name, null, statement)];
  const nested = innerDefinitions(node).filter(
    (one) => STRONG.test(innerName(one)) && !AROUND.test(innerName(one)) && around.trained.has(innerName(one)),
  );
  return nested.map((one) => candidate(`${name}.${innerName(one)}`, 'function', one, name, node, one));
}

/** The losses that functions inside functions, and methods, define and train with. */
function deepCandidates(root: PyNode, trained: ReadonlySet<string>): Candidate[] {
  const within = (definition: PyNode, path: string, inside: PyNode, depth: number): Candidate[] =>
    innerDefinitions(definition).flatMap((one) => {
      const name = `${path}.${innerName(one)}`;
      const isOne =
        depth > 0 && STRONG.test(innerName(one)) && !AROUND.test(innerName(one)) && trained.has(innerName(one)) && computes(one);
      if (isOne) return [{ ...candidate(name, 'function', one, innerName(root), root, one), inside }];
      return within(one, name, inside, depth + 1);
    });
  if (root.type === 'function_definition') return within(root, innerName(root), root, 0);
  if (root.type !== 'class_definition') return [];
  const methods = [...statementsOf(root.field('body') ?? root)].map(bare).filter(({ type }) => type === 'function_definition');
  return methods.flatMap((one) => within(one, `${innerName(root)}.${innerName(one)}`, one, 1));
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
  if (calculates(node) && (returnsOwnLoss(node) || (home && !name.startsWith('_') && takesPair(node)))) return true;
  const told = !name.startsWith('_') && calculates(node) && isToldLoss(node);
  const plain =
    (WEAK.test(name) && (!judges || LIKENESS.test(name))) ||
    returnsLoss(node) ||
    told ||
    (home && !name.startsWith('_') && calculates(node));
  if (home && WEAK.test(name) && !name.startsWith('_')) return true;
  return plain && !callers.some((caller) => caller !== '' && (home || STRONG.test(caller) || WEAK.test(caller)));
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

/** A name that comes again gets a number. */
function numbered(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  return candidates.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name}#${count}` };
  });
}

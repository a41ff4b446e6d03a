import type { PyModule, PyNode } from '../../syntax/python/node';
import { bare, innerDefinitions, statementsOf, type Candidate } from './candidate';
import { declarationsAt } from './declared';
import { calledNames, trainedNames } from './usage';

const WORD = '(?:^|_)';
const END = '(?:$|_|\\d)';

/** Names that say loss outright. */
const STRONG = new RegExp(
  `loss|criterion|${WORD}(cross_?entropy|bce|ce|mse|mae|rmse|nll|hinge|huber|focal|triplet|contrastive|info_?nce|nt_?xent|penalty|regulari[sz](er|ation)|elbo|l[12]_?reg|wing|charbonnier|logcosh|log_cosh|quantile|pinball|tversky|lovasz\\w*|kl_?div(ergence)?|objective)${END}`,
  'i',
);

/** Names of measures that a loss may be, unless a loss calls it. */
const WEAK = new RegExp(`${WORD}(dice|iou|giou|diou|ciou|jaccard|kl|kld|divergence|entropy|likelihood|energy|distance|discrepancy|mmd|cost|error|residual)${END}`, 'i');

/** Functions around losses, not losses. */
const AROUND =
  /(^|_)(plot|print|log_loss(es)?_to|show|draw|save|load|get|build|make|create|register|train|test|eval|evaluate|validate|update|backward|parse|init|setup|configure|is|has|num|reset|schedule|scheduler|grad|gradient|gradients|derivative|hessian|callback|logger|history|curve|names?|weights?|dict|fn_factory|factory|from_config|step)(_|$)|(^|_)(grad|gradient|derivative|deriv)s?$|(_gradient|_grad)$/i;

const BASES = /(^|\.)(_?\w*Loss|_WeightedLoss|Criterion|LossFunctionWrapper|\w*Criterion)$/;

/** The losses of a file, in source order. */
export function recognise(module: PyModule): Candidate[] {
  const called = calledNames(module.root);
  const trained = trainedNames(module.root);
  const result: Candidate[] = [];
  for (const statement of statementsOf(module.root)) {
    const node = bare(statement);
    if (node.type === 'function_definition') result.push(...functionCandidates(module, statement, node, called, trained));
    else if (node.type === 'class_definition') result.push(...classCandidates(module, node, trained));
    else if (statement.type === 'expression_statement') result.push(...lambdaCandidates(statement, trained));
  }
  return numbered(result);
}

function functionCandidates(module: PyModule, statement: PyNode, node: PyNode, called: ReadonlyMap<string, ReadonlySet<string>>, trained: ReadonlySet<string>): Candidate[] {
  const name = node.field('name')?.text ?? '';
  const { mark } = declarationsAt(module, statement);
  if (mark === 'not a loss') return [];
  const inner = returnedDefinition(node);
  if (inner && (mark === 'loss' || STRONG.test(name) || STRONG.test(innerName(inner)) || trained.has(name))) return [candidate(`${name}.${innerName(inner)}`, 'function', inner, name, node, inner)];
  const nested = innerDefinitions(node).filter((one) => STRONG.test(innerName(one)) && !AROUND.test(innerName(one)) && trained.has(innerName(one)));
  if (mark === 'loss' || trained.has(name)) return computes(node) ? [candidate(name, 'function', node, name, null, statement)] : [];
  if (!lossName(name) || !computes(node)) return nested.map((one) => candidate(`${name}.${innerName(one)}`, 'function', one, name, node, one));
  const helper = !STRONG.test(name) && [...(called.get(name) ?? [])].some((caller) => lossName(caller));
  return helper ? [] : [candidate(name, 'function', node, name, null, statement)];
}

function classCandidates(module: PyModule, node: PyNode, trained: ReadonlySet<string>): Candidate[] {
  const name = node.field('name')?.text ?? '';
  const { mark } = declarationsAt(module, node);
  if (mark === 'not a loss') return [];
  const bases = (node.field('superclasses')?.children ?? []).map((base) => base.text);
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const named = lossName(words) || /Loss|Criterion/.test(name) || bases.some((base) => BASES.test(base)) || trained.has(name);
  if (mark !== 'loss' && !named) return [];
  const methods = [...statementsOf(node.field('body') ?? node)].filter((one) => bare(one).type === 'function_definition');
  for (const wanted of ['forward', 'call', '__call__', 'compute_loss', 'loss']) {
    const found = methods.find((one) => innerName(bare(one)) === wanted);
    if (found && computes(bare(found))) return [candidate(`${name}.${wanted}`, 'method', bare(found), name, node, found)];
  }
  return [];
}

function lambdaCandidates(statement: PyNode, trained: ReadonlySet<string>): Candidate[] {
  const assignment = statement.children[0];
  const [left, right] = [assignment?.field('left'), assignment?.field('right')];
  if (left?.type !== 'identifier' || right?.type !== 'lambda') return [];
  if (!lossName(left.text) && !trained.has(left.text)) return [];
  return [{ name: left.text, kind: 'function', node: right, nameSpan: spanOf(left), span: spanOf(statement), root: left.text, owner: null }];
}

function lossName(name: string): boolean {
  return (STRONG.test(name) || WEAK.test(name)) && !AROUND.test(name.replace(/(^|_)weights?(?=_)/gi, ''));
}

function innerName(node: PyNode): string {
  return node.field('name')?.text ?? '';
}

/** The nested function that a factory returns. */
function returnedDefinition(definition: PyNode): PyNode | null {
  const inner = innerDefinitions(definition);
  const returned = [...statementsOf(definition.field('body') ?? definition)].filter((one) => one.type === 'return_statement').map((one) => one.children[0]?.text);
  return inner.find((one) => returned.includes(innerName(one))) ?? null;
}

/** Whether a body returns a value that is more than a name of something else. */
function computes(definition: PyNode): boolean {
  const returns: PyNode[] = [];
  const visit = (node: PyNode): void => {
    if (node.type === 'return_statement' && node.children[0] && node.children[0].type !== 'none') returns.push(node);
    if (node !== definition && (node.type.endsWith('definition') || node.type === 'lambda')) return;
    node.children.forEach(visit);
  };
  visit(definition);
  return returns.length > 0;
}

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

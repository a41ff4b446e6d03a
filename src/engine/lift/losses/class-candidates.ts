import type { PyModule, PyNode } from '../../syntax/python/node';
import { roleOfName } from '../roles/names';
import { bare, candidate, docstringOf, CALLS, innerName, isCallName, statementsOf, type Candidate } from './candidate';
import { declarationsAt } from './declared';
import { calculates, computes } from './loss-body';
import { AROUND, FACTOR, GRADIENT, inWords, lossName } from './loss-names';
import { returnsOf } from './returned';
import { isToldLoss, returnsOwnLoss } from './told-loss';
import { isNeverMade } from './unmade';

/** Parts of networks whose names have words of losses. */
const BLOCK = /residual_?(unit|block|attention|vector|quantiz|layer|net|connection)|_residual$|^residual$/i;

/** Names of losses in their own file that begin as losses are written: `L_exp`. */
const LETTERED = /^L_[A-Za-z]/;

const BASES = /(^|\.)(_?\w*Loss|_WeightedLoss|Criterion|LossFunctionWrapper|\w*Criterion)$/;

/** A class is a loss by its name, its base, or its use; what it computes is its call, else its methods that are called losses. */
export function classCandidates(module: PyModule, node: PyNode, trained: ReadonlySet<string>, home: boolean): Candidate[] {
  const name = node.field('name')?.text ?? '';
  const { mark } = declarationsAt(module, node);
  if (mark === 'not a loss' || isNeverMade(module.root, node)) return [];
  const methods = [...statementsOf(node.field('body') ?? node)].filter(
    (one) => bare(one).type === 'function_definition' && !/abstract|property/.test(one.text.slice(0, bare(one).start - one.start)),
  );
  const made = (found: PyNode): Candidate => candidate(`${name}.${innerName(bare(found))}`, 'method', bare(found), name, node, found);
  const called = (wanted: string): PyNode | undefined => methods.find((one) => innerName(bare(one)) === wanted && computes(bare(one)));
  const own = CALLS.map(called).find((one) => one !== undefined);
  const isCalled = own !== undefined && ((home && isCalledLoss(node, bare(own))) || isToldLoss(bare(own)));
  const lossClass = mark === 'loss' || isLossClass(node, name, trained, home) || isCalled;
  const main = lossClass ? own : undefined;
  const others = methods.filter((one) => one !== main && isLossMethod(bare(one), lossClass && !main));
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

/** Whether the names of a definition's parameters tell a prediction and a target. */
export function takesPair(method: PyNode): boolean {
  const names = (method.field('parameters')?.children ?? []).map(({ text }) => /^\w+/.exec(text)?.[0] ?? '');
  const roles = new Set(names.map((name) => roleOfName(name)?.role));
  return roles.has('prediction') && roles.has('target');
}

function isLossClass(node: PyNode, name: string, trained: ReadonlySet<string>, home: boolean): boolean {
  const bases = (node.field('superclasses')?.children ?? []).map((base) => base.text);
  const words = inWords(name);
  return (
    (lossName(words) && !BLOCK.test(words)) ||
    /Loss|Criterion/.test(name) ||
    (home && LETTERED.test(name)) ||
    bases.some((base) => BASES.test(base)) ||
    trained.has(name)
  );
}

/** A method that is called after a loss, or returns what it calls a loss. */
function isLossMethod(method: PyNode, only: boolean): boolean {
  const name = innerName(method);
  if (!computes(method) || GRADIENT.test(name) || FACTOR.test(name)) return false;
  if (only && /^(compute|loss|compute_loss|get_loss|__call__)$/.test(name)) return true;
  if (OUTRIGHT.test(name) && (method.field('parameters')?.children.length ?? 0) > 1) return true;
  const own = !isCallName(name) && returnsOwnLoss(method);
  if (AROUND.test(isGivenLoss(method) ? name : name.replace(own ? /^get_/ : GIVES, '').replace(SLOPED, '')) || !calculates(method))
    return false;
  return own || LOSS_METHOD.test(name);
}

/** Names of methods that are a loss whatever they hand on to. */
const OUTRIGHT = /^_?(compute_|calc_|calculate_)?loss(es)?(_fn|_func|_function)?$/;

/** Names of methods that say loss outright; measures have their short names as methods, too. */
const LOSS_METHOD = /loss|criterion|penalty|contrastive|cross_?entropy|(^|_)nll(_|$)|elbo|regulari[sz]ation/i;

/** A penalty of a gradient is a loss. */
const SLOPED = /grad(ient)?_(?=penalty)/i;

/** A method that computes a loss may be called so; one that is given it does something else with it. */
const GIVES = /^get_(?=\w*loss$)/;

function isGivenLoss(method: PyNode): boolean {
  return /\bloss\b/.test(method.field('parameters')?.text ?? '');
}

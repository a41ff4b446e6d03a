import { interval, REALS, type Domain } from '../../ir/domain';
import { inOrder, type Expression } from '../../ir/expression';
import { HANDED_ON } from '../../ir/handed-on';
import { numberIn, type Evidence, type UseFinding, type UseTable } from './evidence';
import {
  bothLogs,
  bothPowers,
  chosen,
  commonScale,
  count,
  crossed,
  eitherSide,
  exponent,
  guardedComplement,
  isComplement,
  overlap,
  ownLog,
  rate,
  share,
} from './from-likelihood';

const LOGIT_OPS = new Set(['sigmoid', 'softmax', 'log_softmax', 'log_sigmoid', 'softplus', 'logsumexp']);

const UNIT = interval(0, 1);

const SIGNS: Domain = { kind: 'set', values: [-1, 1] };

type Reader = (evidence: Evidence, table: UseTable) => UseFinding | null;

const READERS: readonly Reader[] = [
  index,
  clipped,
  entropyOf,
  bothLogs,
  guardedComplement,
  ownLog,
  bothPowers,
  eitherSide,
  chosen,
  share,
  rate,
  count,
  logits,
  label,
  sign,
  fraction,
  crossed,
  overlap,
  mask,
  exponent,
  commonScale,
];

/** What the code says of a leaf; the most telling use first. */
export function findingsFor(leaf: Expression, table: UseTable): UseFinding[] {
  const evidence = table.of(leaf);
  return READERS.flatMap((reader) => reader(evidence, table) ?? []);
}

/** Positions: classes of a `gather`, `take` or `one_hot`, and what else the code compares with and then keeps from being one. */
function index(evidence: Evidence, table: UseTable): UseFinding | null {
  const chosen = evidence.users.filter(({ node, operand }) => CHOOSES.has(node.op) && (node.op !== 'where' || operand > 0));
  const behind = chosen.flatMap(({ node }) => table.of(node).users);
  for (const { node, operand } of [...evidence.users, ...behind]) {
    const count = classesOf(node, operand);
    if (count === null) continue;
    const filled = [...evidence.shown].filter((shown) => shown.op === 'where').map((choice) => ({ node: choice }));
    const others = isAsGiven(node.args[operand]) ? [] : keptAway(evidence, [...chosen, ...filled], count);
    const values = [...Array.from({ length: Math.min(count, 1024) }, (_, i) => i), ...ignoredBy(evidence), ...others];
    return { says: 'index', domain: { kind: 'set', values: [...new Set(values)] }, because: `an index of ${node.op}${table.where(node)}` };
  }
  return null;
}

/** The class that a library's loss is told to leave out. */
function ignoredBy({ users }: Evidence): number[] {
  return users.flatMap(({ node }) => (node.op === 'not_equal' && node.attributes.named === true ? (numberIn(node.args[1]) ?? []) : []));
}

/** The numbers that a label is compared with, and that a clamp or a choice by the same comparison makes a class of. */
function keptAway({ users }: Evidence, chosen: readonly { readonly node: Expression }[], count: number): number[] {
  return users.flatMap(({ node: test, operand }) => {
    const number = EQUALITIES.has(test.op) && test.attributes.named !== false ? numberIn(test.args[1 - operand]) : null;
    const isKept = (chooser: Expression): boolean => {
      if (chooser.op !== 'clip') return inOrder(chooser).includes(test);
      const [low, high] = chooser.args.slice(1).map(numberIn);
      const held = Math.min(Math.max(number ?? NaN, low ?? NaN), high ?? NaN);
      return held >= 0 && held < count;
    };
    return number !== null && Number.isInteger(number) && chosen.some(({ node }) => isKept(node)) ? [number] : [];
  });
}

/** Whether positions are what the loss is given, rearranged at most. */
function isAsGiven(node: Expression | undefined): boolean {
  if (!node || node.op === 'parameter') return true;
  return node.op !== 'where' && HANDED_ON.has(node.op) && isAsGiven(node.args[0]);
}

/** Masks and clamps that leave an index an index. */
const CHOOSES = new Set(['where', 'clip', 'maximum', 'minimum', 'multiply']);

function classesOf(node: Expression, operand: number): number | null {
  if (node.op === 'one_hot') return Number(node.attributes['classes']);
  if ((node.op !== 'gather' && node.op !== 'take' && node.op !== 'scatter') || operand !== 1) return null;
  return node.args[0]?.shape[Number(node.attributes['axis'])] ?? null;
}

/** Clamped into the unit interval: the author takes it for a probability. */
function clipped(evidence: Evidence, table: UseTable): UseFinding | null {
  for (const { node, operand } of evidence.users) {
    if (node.op !== 'clip' || operand !== 0) continue;
    if (spansUnit(node.args[1], node.args[2]))
      return { says: 'probabilities', domain: UNIT, because: `clamped between about 0 and 1${table.where(node)}` };
  }
  return null;
}

/** Whether bounds are about 0 and 1: numbers, or an epsilon that a parameter holds and 1 or 1 minus it. */
function spansUnit(lower: Expression | undefined, upper: Expression | undefined): boolean {
  const [low, high] = [numberIn(lower), numberIn(upper)];
  const held = low === null && lower?.op === 'parameter' && lower.kind === 'weak';
  const mirrored = upper !== undefined && isComplement(upper) && upper.args[1] === lower;
  const floor = held || (low !== null && low >= 0 && low < 0.5);
  return floor && ((held && mirrored) || (high !== null && high <= 1 && high > 0.5));
}

/** The probability, or the target, of a library's binary cross-entropy. */
function entropyOf(evidence: Evidence, table: UseTable): UseFinding | null {
  const found = evidence.users.find(({ node }) => node.op === 'bounded_cross_entropy');
  if (!found) return null;
  const says = found.operand === 0 ? 'probabilities' : 'fraction';
  return { says, domain: UNIT, because: `passed to a binary cross-entropy${table.where(found.node)}` };
}

function logits(evidence: Evidence, table: UseTable): UseFinding | null {
  const direct = evidence.users.find(({ node }) => LOGIT_OPS.has(node.op));
  const turned = evidence.users.filter(({ node }) => node.op === 'negative').flatMap(({ node }) => table.usersOf(node));
  const found = direct ?? turned.find(({ node }) => LOGIT_OPS.has(node.op));
  return found ? { says: 'logits', domain: REALS, because: `passed to ${found.node.op}${table.where(found.node)}` } : null;
}

/** Compared with 0 or 1 by equality: a label of these, or of the other whole numbers that it is compared with. */
function label(evidence: Evidence, table: UseTable): UseFinding | null {
  const compared = evidence.users.flatMap(({ node, operand }) => {
    const numbers = EQUALITIES.has(node.op) ? numbersIn(node.args[1 - operand]) : [];
    return numbers.length > 0 && numbers.every(Number.isInteger) ? [{ node, numbers }] : [];
  });
  const binary = compared.find(({ node, numbers }) => node.op === 'equal' && (numbers.includes(0) || numbers.includes(1)));
  if (!binary) return null;
  const values = [...new Set([0, 1, ...compared.flatMap(({ numbers }) => numbers)])].sort((x, y) => x - y);
  const shown = binary.numbers.length > 1 ? 'the classes' : String(binary.numbers[0]);
  return { says: 'label', domain: { kind: 'set', values }, because: `compared with ${shown}${table.where(binary.node)}` };
}

/** The number that a node is, or the different ones that it lists. */
function numbersIn(node: Expression | undefined): readonly number[] {
  const number = numberIn(node);
  if (number !== null) return [number];
  const values = node && ['reshape', 'broadcast_to'].includes(node.op) ? null : node?.attributes.values;
  if (node && !values && node.args[0] && ['reshape', 'broadcast_to'].includes(node.op)) return numbersIn(node.args[0]);
  return Array.isArray(values) && new Set(values).size === values.length ? values.filter((one) => typeof one === 'number') : [];
}

const EQUALITIES: ReadonlySet<string> = new Set(['equal', 'not_equal']);

/** `max(0, 1 - y·f)`, `log(1 + exp(-y·f))`: a sign. */
function sign(evidence: Evidence, table: UseTable): UseFinding | null {
  const behind = evidence.users.filter(({ node }) => node.op === 'negative').flatMap(({ node }) => table.usersOf(node));
  for (const { node } of [...evidence.users, ...behind]) {
    if (node.op !== 'multiply') continue;
    const margin = table
      .usersOf(node)
      .find((user) => user.node.op === 'subtract' && user.operand === 1 && typeof numberIn(user.node.args[0]) === 'number');
    const hinged = margin && table.usersOf(margin.node).some((user) => ['relu', 'maximum', 'clip'].includes(user.node.op));
    if (hinged) return { says: 'sign', domain: SIGNS, because: `the sign of a hinge${table.where(node)}` };
    if (isLogistic(node, table)) return { says: 'sign', domain: SIGNS, because: `the sign of a logistic margin${table.where(node)}` };
  }
  return null;
}

/** Whether a margin, perhaps negated, goes into `log(1 + exp(·))` or what libraries call that. */
function isLogistic(margin: Expression, table: UseTable): boolean {
  return table.usersOf(margin).some(({ node }) => {
    if (node.op === 'negative') return isLogistic(node, table);
    if (node.op === 'softplus' || node.op === 'log_sigmoid') return true;
    return (
      node.op === 'exp' &&
      table
        .usersOf(node)
        .some((user) => user.node.op === 'log1p' || (user.node.op === 'add' && numberIn(user.node.args[1 - user.operand]) === 1))
    );
  });
}

/** `1 - y`, or a product with a logarithm or a probability. */
function fraction(evidence: Evidence, table: UseTable): UseFinding | null {
  const complement = evidence.users.find(({ node }) => isComplement(node));
  if (complement) return { says: 'fraction', domain: UNIT, because: `1 minus it is taken${table.where(complement.node)}` };
  const product = evidence.users.find(({ node, operand }) => node.op === 'multiply' && isLog(node.args[1 - operand]));
  if (product) return { says: 'fraction', domain: UNIT, because: `multiplied with a logarithm${table.where(product.node)}` };
  const overlap = evidence.users.find(({ node, operand }) => node.op === 'multiply' && isProbability(node.args[1 - operand]));
  return overlap ? { says: 'fraction', domain: UNIT, because: `multiplied with a probability${table.where(overlap.node)}` } : null;
}

/** The result of a sigmoid or softmax, its elements perhaps moved. */
function isProbability(node: Expression | undefined, depth = 0): boolean {
  if (!node || depth > 4) return false;
  if (node.op === 'sigmoid' || node.op === 'softmax') return true;
  const moved = ['reshape', 'transpose', 'slice', 'concatenate', 'stack', 'broadcast_to'].includes(node.op);
  return (moved || isComplement(node)) && isProbability(node.args[moved ? 0 : 1], depth + 1);
}

function isLog(node: Expression | undefined, depth = 0): boolean {
  if (!node || depth > 4) return false;
  if (node.op === 'negative' || node.op === 'reshape' || node.op === 'multiply') return node.args.some((arg) => isLog(arg, depth + 1));
  return ['log', 'log_softmax', 'log_sigmoid', 'softplus'].includes(node.op);
}

/** Multiplied in, and its sum divides: a mask or weight. */
function mask(evidence: Evidence, table: UseTable): UseFinding | null {
  const summed = evidence.users.find(({ node }) => node.op === 'sum' && divides(node, table, 0));
  const multiplied = evidence.users.some(({ node }) => node.op === 'multiply');
  return summed && multiplied
    ? { says: 'mask', domain: interval(0, Infinity, false, true), because: `its sum divides${table.where(summed.node)}` }
    : null;
}

function divides(node: Expression, table: UseTable, depth: number): boolean {
  if (depth > 3) return false;
  return table
    .usersOf(node)
    .some(
      (user) =>
        (user.node.op === 'divide' && user.operand === 1) ||
        (['add', 'clip', 'maximum'].includes(user.node.op) && divides(user.node, table, depth + 1)),
    );
}

import { type Expression, inOrder } from '../ir/expression';
import { numberText, textOf } from '../ir/expression-text';
import { type Case, culpritOf, dividesBadly, inputsUnder, isBare, isExtent, isGuardTooSmall, nodesUnder, TOTALS } from './divisors';
import { isPlain, PLAIN } from './plain';
import { dividesByLetter, hasDeterminant, isWidth, LOGARITHMS } from './scales';
import { badScale, exponentiated, normalisedUnder, stateUnder } from './exponentials';
import type { Blame } from './hazard';
import type { Input } from './inputs';

/** Operations that ask something of their operand: a domain, or not to be 0. */
const PARTIAL: ReadonlySet<string> = new Set([
  'log',
  'log2',
  'log10',
  'log1p',
  'sqrt',
  'rsqrt',
  'cbrt',
  'power',
  'acos',
  'asin',
  'acosh',
  'atanh',
  'divide',
  'reciprocal',
  'mod',
  'floor_divide',
  'logit',
  'lgamma',
  'digamma',
  'erfinv',
  'xlogy',
  'entr',
  'atan2',
  'hypot',
  'norm',
  'tan',
]);

/**
 * The inputs that a hazard is the fault of, where they are ones that nothing is known of: then the loss needs something
 * of its caller and has no fault itself. So it does where a divisor is 0 by an exact cancellation, or where a library
 * divides by the total of what it is given. Empty where the code or a known input makes the bad value.
 */
export function needsOf(of: Case): readonly Input[] {
  const { blame, inputs, benign } = of;
  const knobs = of.knobs ? inputsUnder(blame.node, inputs).filter(({ knob }) => knob !== null) : [];
  if (knobs.length > 0) return knobs;
  const state = stateUnder(blame, inputs);
  if (state.length > 0) return state;
  const rows = rowsGiven(of);
  if (rows.length > 0) return rows;
  if (!benign && grows(blame))
    return inputs.filter((input) => isBare(input) && !input.target && arithmeticUnder(blame.node).has(input.node));
  const operand = blame.node.args[blame.operand] ?? blame.node.args[0];
  const normal = operand ? normalisedUnder(of, operand) : [];
  if (normal.length > 0) return normal;
  const strange = [...exponentiated(of), ...badScale(of)];
  if (strange.length > 0) return strange;
  const exponent = unknownExponent(blame, inputs);
  if (exponent && overflows(blame)) return inputsUnder(exponent, inputs).filter(isBare);
  if (exponent && blame.node.args[0]?.op === 'constant') return inputsUnder(exponent, inputs).filter(isBare);
  if (blame.node.op === 'inverse') return inputsUnder(blame.node, inputs);
  if (!PARTIAL.has(blame.node.op) || overflows(blame) || !operand || isGuardTooSmall(of, operand)) return [];
  if (exponent) return inputsUnder(exponent, inputs).filter(isBare);
  const used = inputsUnder(culpritOf(operand, of.valuesOf), inputs);
  if (isConfigured(used) || dividesBadly(of, operand) || differentiatesTarget(of) || isDemanded(of, operand)) return used;
  if (of.tested) return [];
  if (hasDeterminant(blame.node) || dividesByLetter(of, operand) || (LOGARITHMS.has(blame.node.op) && isWidth(operand, inputs)))
    return used;
  if (LOGARITHMS.has(blame.node.op) && (blame.at[0] ?? 0) < 0 && isRaised(operand, of)) return used;
  const lettered = of.spoilsValue && LOGARITHMS.has(blame.node.op);
  const weights = noWeight(operand, of.valuesOf);
  const emptied = used.filter((input) => isBare(input) && !input.target && weights.includes(input.node));
  if (emptied.length > 0) return emptied;
  const classes = classesWithoutWeight(operand, of.valuesOf);
  if (classes.length > 0) return used.filter(({ node }) => classes.includes(node));
  const unknown = used.filter((input) => isUnknown(input, operand, benign) || (lettered && input.vague));
  if (unknown.length === 0) return [];
  if (!benign) return unknown.filter((input) => arithmeticUnder(operand).has(input.node));
  if (!of.spoilsValue && nodesUnder(operand).some(isExtent)) return [];
  return used.every((input) => unknown.includes(input) || input.quantity === 'held') && isPlain(operand) ? unknown : [];
}

/** Whether an epsilon is added to what is negative by its inputs' signs alone: it keeps from 0 what is taken not to be negative. */
function isRaised({ op, args }: Expression, of: Case): boolean {
  const isEpsilon = (node: Expression): boolean => {
    if (['cast', 'to_float', 'identity', 'broadcast_to'].includes(node.op) && node.args[0]) return isEpsilon(node.args[0]);
    const held = of.inputs.find((input) => input.node === node && input.quantity === 'held')?.value;
    const value = held ?? node.attributes.value ?? (node.op === 'constant' ? of.valuesOf(node)[0] : undefined);
    return typeof value === 'number' && value > 0 && value <= LARGEST_EPSILON;
  };
  if (op !== 'add' || !args.some(isEpsilon)) return false;
  return args.every((term) => isEpsilon(term) || isSumOfArguments(term) || isNegativeByInputs(term, of));
}

const LARGEST_EPSILON = 1e-3;

/** Whether a term is made of what nothing is known of, by arithmetic that makes no negative number of numbers that are not. */
function isNegativeByInputs(term: Expression, { inputs, valuesOf }: Case): boolean {
  const used = inputsUnder(term, inputs).filter(({ node }) => valuesOf(node).some((v) => v < 0));
  return used.every((input) => isBare(input) || input.unscaled) && keepsFromNegative(term, valuesOf);
}

function keepsFromNegative(node: Expression, valuesOf: Case['valuesOf']): boolean {
  if (node.op === 'parameter') return true;
  if (!SIGN_KEEPING.has(node.op)) return valuesOf(node).every((v) => v >= 0);
  return node.args.every((argument) => keepsFromNegative(argument, valuesOf));
}

/** Operations that make numbers that are not negative of such numbers. */
const SIGN_KEEPING: ReadonlySet<string> = new Set([
  ...TOTALS,
  'add',
  'multiply',
  'divide',
  'divide_no_nan',
  'reshape',
  'transpose',
  'broadcast_to',
  'slice',
  'cast',
  'to_float',
  'identity',
]);

function isSumOfArguments({ op, args }: Expression): boolean {
  return op === 'parameter' || (['add', 'reshape', 'broadcast_to', 'slice'].includes(op) && args.every(isSumOfArguments));
}

/** Factors that make a total 0, where the other factors are not. */
function noWeight(node: Expression, valuesOf: Case['valuesOf']): readonly Expression[] {
  const [x, y] = node.args;
  const moves = TOTALS.has(node.op) || ['reshape', 'broadcast_to', 'slice', 'transpose'].includes(node.op);
  if (moves && x && !y) return noWeight(x, valuesOf);
  if ((node.op !== 'multiply' && node.op !== 'matmul') || !x || !y) return [];
  const [first, second] = [x, y].map((factor) => valuesOf(factor).every((v) => v === 0));
  const empty = first ? x : y;
  return first === second || !isPlain(empty) ? [] : inOrder(empty).filter(({ op }) => op === 'parameter');
}

/** Weights of classes that are 0 for every class that counts: nobody leaves out all. */
function classesWithoutWeight(node: Expression, valuesOf: Case['valuesOf']): readonly Expression[] {
  const [x, y] = node.args;
  if (!x || !valuesOf(node).every((v) => v === 0)) return [];
  if (node.op === 'where' && y) return valuesOf(x).every((v) => v !== 0) ? classesWithoutWeight(y, valuesOf) : [];
  if (TOTALS.has(node.op) || node.op === 'reshape' || node.op === 'broadcast_to') return classesWithoutWeight(x, valuesOf);
  return node.op === 'take' && x.op === 'parameter' ? [x] : [];
}

/** Whether it is asked of a count or a shape, or by a library's density of its own parameters, which it checks. */
function isDemanded({ blame: { node }, written }: Case, operand: Expression): boolean {
  if (node.op === 'lgamma' || node.op === 'digamma') return isPlain(operand);
  return !written && (LOGARITHMS.has(node.op) || node.op === 'divide') && isPlain(operand, ['sqrt']);
}

/** Whether an operand is made of configuration alone, some of it without a default: nothing that comes with the data. */
function isConfigured(used: readonly Input[]): boolean {
  return used.every(({ configured }) => configured) && used.some(({ quantity }) => quantity !== 'held');
}

/** A library's relative entropy has no slope in a target of 0, which matters to those who train the target. */
function differentiatesTarget({ blame: { node, phase }, written, declared }: Case): boolean {
  return phase === 'backward' && !written && !declared && (node.op === 'xlogy' || node.op === 'entr');
}

/**
 * The inputs whose own infinities fill a row that a softmax is taken of: it needs one finite element. So does what a library
 * normalises by a softmax of its logarithm.
 */
function rowsGiven({ blame: { node }, inputs, written }: Case): readonly Input[] {
  const [operand] = node.args;
  if (!operand || !['softmax', 'log_softmax'].includes(node.op)) return [];
  if (!written && isPlain(operand, ['log'])) return inputsUnder(operand, inputs);
  return inputs.filter((input) => input.node === operand && input.quantity !== 'unread');
}

/** Whether plain arithmetic leaves the format: what goes in is too large. */
function grows({ node, got }: Blame): boolean {
  return ['add', 'subtract', 'multiply', 'sum', 'mean', 'matmul', 'einsum'].includes(node.op) && Math.abs(got) === Infinity;
}

/** A power of a large base is no matter of the base's domain. */
const overflows = ({ node, at, got }: Blame): boolean => node.op === 'power' && Math.abs(at[0] ?? 0) > 1 && !Number.isNaN(got);

/** The exponent of a power, where an unknown input decides it. */
function unknownExponent({ node }: Blame, inputs: readonly Input[]): Expression | null {
  const exponent = node.op === 'power' ? node.args[1] : undefined;
  return exponent && inputsUnder(exponent, inputs).some(isBare) ? exponent : null;
}

/**
 * A target is known to be able to be 0 or 1, a prediction to be any number; what a total of them needs, or a target beyond
 * that, is as unknown as any other argument.
 */
function isUnknown(input: Input, operand: Expression, benign: boolean): boolean {
  if (isBare(input)) return !(benign && input.target);
  return !benign && input.unscaled && nodesUnder(operand).some((n) => TOTALS.has(n.op));
}

/** Nodes that an operand is made of by arithmetic and totals alone, so that their sign is its sign. */
function arithmeticUnder(root: Expression): ReadonlySet<Expression> {
  const seen = new Set<Expression>([root]);
  for (const node of seen) if (PLAIN.has(node.op) || TOTALS.has(node.op)) for (const argument of node.args) seen.add(argument);
  return seen;
}

/** Condition that an operation puts on its operand, with `#` for the operand. */
const DOMAINS: Readonly<Record<string, string>> = {
  log: '# > 0',
  log2: '# > 0',
  log10: '# > 0',
  log1p: '# > -1',
  sqrt: '# > 0',
  rsqrt: '# > 0',
  power: '# > 0',
  acos: '-1 < # < 1',
  asin: '-1 < # < 1',
  atanh: '-1 < # < 1',
  erfinv: '-1 < # < 1',
  acosh: '# > 1',
  softmax: 'max(#) > -inf',
  log_softmax: 'max(#) > -inf',
  logit: '0 < # < 1',
  lgamma: '# > 0',
  digamma: '# > 0',
  xlogy: '# > 0',
  entr: '# > 0',
  inverse: 'det(#) != 0',
};

/** The condition on the operand of an operation to blame, and what happens where it does not hold. */
export function domainOf(blame: Blame, operand: Expression, inputs: readonly Input[]): { readonly text: string; readonly breaks: string } {
  const exponent = overflows(blame) ? null : unknownExponent(blame, inputs);
  if (exponent) return { text: `${textOf(exponent)} >= 1`, breaks: breakageOf(blame) };
  if (grows(blame) || overflows(blame) || blame.node.op === 'exp')
    return { text: `${textOf(blame.node)} is finite`, breaks: breakageOf(blame) };
  const name = textOf(operand);
  const text = (DOMAINS[blame.node.op] ?? '# != 0').replace('#', name);
  return { text, breaks: breakageOf(blame) };
}

function breakageOf({ node, phase, got }: Blame): string {
  return `${phase === 'forward' ? textOf(node) : `gradient of ${textOf(node)}`} = ${numberText(got)}`;
}

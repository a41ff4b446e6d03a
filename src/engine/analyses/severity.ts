import { inOrder, type Expression } from '../ir/expression';
import { isExtent } from './divisors';
import type { Blame, Given } from './hazard';
import { ORDINARY_VALUES, type Tier } from './ordinary-values';

const TOTALS: ReadonlySet<string> = new Set([
  'sum',
  'mean',
  'norm',
  'std',
  'var',
  'max',
  'min',
  'count_nonzero',
  'cumsum',
  'matmul',
  'einsum',
  'prod',
]);
const DIVIDES: ReadonlySet<string> = new Set(['divide', 'reciprocal', 'rsqrt', 'mod', 'floor_divide', 'normalize', 'cosine_similarity']);

/**
 * How far from everyday use a witness lies. An empty mask is extraordinary, and so is a constant or an all-zero batch
 * whose sum, norm or spread divides; the rest is as ordinary as its values.
 */
export function tierOf(blame: Blame, given: readonly Given[], tier: Tier): Tier {
  const emptyMask = given.some(({ input, values }) => input.quantity === 'mask' && values.length > 1 && values.every((v) => v === 0));
  const rare = [isScaleOfPart, isLogRatio, masksAll, dividesByTotal, dividesByUnion, dividesByDiagonal, isRootOfTotal].some((isRare) =>
    isRare(blame),
  );
  return rare || emptyMask || given.some(isFarLayer) || meetsWeights(blame, given) || given.some((one) => isNoGradient(one, blame))
    ? 'extraordinary'
    : tier;
}

/** Whether a distance is 0 because data are exactly what the model has learnt. */
function meetsWeights({ node, operand, at }: Blame, given: readonly Given[]): boolean {
  const root = node.args[operand];
  if (at[operand] !== 0 || !root) return false;
  const learnt = new Set(given.filter(isLearnt).map(({ input }) => input.node));
  const data = new Set(given.filter((one) => !isLearnt(one)).map(({ input }) => input.node));
  const holds = (side: Expression, some: ReadonlySet<Expression>): boolean => inOrder(side).some((inner) => some.has(inner));
  return inOrder(root).some(({ op, args: [x, y] }) => {
    if (op !== 'subtract' || !x || !y) return false;
    return [[x, y] as const, [y, x] as const].some(([a, b]) => holds(a, learnt) && !holds(a, data) && holds(b, data) && !holds(b, learnt));
  });
}

/** A weight that a model holds. */
function isLearnt({ input: { name, quantity, node } }: Given): boolean {
  return name.startsWith('self.') && quantity !== 'held' && node.kind === 'float' && node.shape.length > 0;
}

/** A gradient that is 0 everywhere: that of a model on which nothing has any influence. */
function isNoGradient({ input: { gradient }, values }: Given, { node }: Blame): boolean {
  return gradient && (ROOTS.has(node.op) || DIVIDES.has(node.op)) && values.every((v) => v === 0);
}

const ROOTS: ReadonlySet<string> = new Set(['sqrt', 'rsqrt', 'norm', 'power']);

/** An exponential of a part of what a model gives, far beyond the logarithm of a scale. */
function isScaleOfPart({ node, at: [x = 0] }: Blame): boolean {
  return node.op === 'exp' && Math.abs(x) > ORDINARY_VALUES.logarithm.ordinary && node.args[0] !== undefined && isPart(node.args[0]);
}

/** An exponential of how far a score is from one that is held, far beyond the logarithm of a ratio. */
function isLogRatio({ node, at: [x = 0] }: Blame): boolean {
  const [exponent] = node.op === 'exp' && x > ORDINARY_VALUES.logarithm.ordinary ? node.args : [];
  return exponent?.op === 'subtract' && exponent.args[1]?.op === 'stop_gradient';
}

function isPart({ op, shape, args: [x] }: Expression): boolean {
  if (op === 'slice' || op === 'take') return x !== undefined && elementsIn(shape) < elementsIn(x.shape);
  return x !== undefined && ['clip', 'maximum', 'reshape', 'negative', 'transpose'].includes(op) && isPart(x);
}

const elementsIn = (shape: Expression['shape']): number => shape.reduce((product, size) => product * size, 1);

/** The weights of a layer of the model, far beyond what training gives them. */
function isFarLayer({ input: { name }, values }: Given): boolean {
  return /^self\..*#\d+$/.test(name) && values.some((v) => Math.abs(v) > LARGEST_WEIGHT);
}

const LARGEST_WEIGHT = 4;

/** A softmax of a row whose entries are all masked away. */
function masksAll({ node, at, got }: Blame): boolean {
  return (node.op === 'softmax' || node.op === 'log_softmax') && at[0] === -Infinity && Number.isNaN(got);
}

function dividesByTotal({ node, operand, at }: Blame): boolean {
  if (!DIVIDES.has(node.op)) return false;
  if (node.op === 'normalize' || node.op === 'cosine_similarity') return true;
  const divisor = node.args[operand];
  return at[operand] === 0 && divisor !== undefined && (holdsTotal(divisor) || isExtent(unbounded(divisor)));
}

/** What is kept from falling below a number. */
function unbounded(node: Expression): Expression {
  const [x, y] = node.args;
  if (['reshape', 'broadcast_to', 'slice', 'clip'].includes(node.op) && x) return unbounded(x);
  if (node.op !== 'maximum' || !x || !y) return node;
  return unbounded(x.op === 'constant' || x.op === 'broadcast_to' ? y : x);
}

/** Whether a root is 0 because everything adds up to 0: a total is squared in it, and not the terms. */
function isRootOfTotal({ node, operand, at }: Blame): boolean {
  const root = ROOTS.has(node.op) && at[operand] === 0 ? node.args[operand] : undefined;
  const squares = root ? inOrder(root).filter(({ op }) => op === 'square' || op === 'power' || op === 'abs') : [];
  return squares.some(({ args: [x] }) => x !== undefined && (x.op === 'sum' || x.op === 'mean'));
}

/** Whether what divides is what two things cover together, so that both are nothing where it is 0. */
function dividesByUnion({ node, operand, at }: Blame): boolean {
  const divisor = node.args[operand];
  return DIVIDES.has(node.op) && at[operand] === 0 && divisor !== undefined && isUnion(divisor);
}

/** Whether what divides is the diagonal of the box around two boxes, which is 0 only where both are one and the same point. */
function dividesByDiagonal({ node, operand, at }: Blame): boolean {
  const divisor = node.args[operand];
  return DIVIDES.has(node.op) && at[operand] === 0 && divisor !== undefined && isDiagonal(divisor);
}

function isDiagonal({ op, args }: Expression): boolean {
  const [x, y] = args;
  if (op === 'add') return args.every(isDiagonal);
  if (['square', 'power', 'multiply', 'sum'].includes(op)) return x !== undefined && (op !== 'multiply' || x === y) && isReach(x);
  return ['reshape', 'slice', 'clip', 'maximum', 'broadcast_to', 'take'].includes(op) && x !== undefined && isDiagonal(x);
}

/** Whether an expression is how far two things reach together: the larger of their ends less the smaller one. */
function isReach({ op, args: [x, y] }: Expression): boolean {
  if (op === 'subtract') return x !== undefined && y !== undefined && isEnd(x, 'maximum') && isEnd(y, 'minimum');
  return (
    ['reshape', 'slice', 'clip', 'maximum', 'relu', 'take', 'square', 'power', 'broadcast_to'].includes(op) && x !== undefined && isReach(x)
  );
}

function isEnd({ op, args: [x] }: Expression, wanted: 'maximum' | 'minimum'): boolean {
  return op === wanted || (['reshape', 'slice', 'take', 'broadcast_to', 'stack'].includes(op) && x !== undefined && isEnd(x, wanted));
}

function isUnion({ op, args: [x] }: Expression): boolean {
  if (op === 'subtract') return x?.op === 'add';
  return ['reshape', 'broadcast_to', 'clip', 'maximum'].includes(op) && x !== undefined && isUnion(x);
}

/** Whether a total takes part in an expression. */
function holdsTotal(root: Expression): boolean {
  const seen = new Set<Expression>([root]);
  for (const node of seen) {
    if (TOTALS.has(node.op)) return true;
    for (const argument of node.args) seen.add(argument);
  }
  return false;
}

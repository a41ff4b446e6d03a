import { interval } from '../../ir/domain';
import { type Expression, inOrder } from '../../ir/expression';
import { numberIn, type Evidence, type UseFinding, type UseTable } from './evidence';
import { roleOfName } from './names';

const UNIT = interval(0, 1);

/** log(p) and log(1 - p), or log1p(-p), together. */
export function bothLogs(evidence: Evidence, table: UseTable): UseFinding | null {
  const log = logOf(
    evidence.users.map((user) => user.node),
    table,
  );
  const complements = evidence.users.filter(({ node }) => isComplement(node)).map(({ node }) => node);
  const other = complements
    .map((node) =>
      logOf(
        table.usersOf(node).map((user) => user.node),
        table,
      ),
    )
    .find((node) => node !== null);
  const whole = evidence.users.filter(({ node }) => node.op === 'negative').flatMap(({ node }) => table.usersOf(node));
  if (!log || !(other ?? whole.find(({ node }) => node.op === 'log1p'))) return null;
  return { says: 'probabilities', domain: UNIT, because: `its logarithm and that of 1 minus it are taken${table.where(log)}` };
}

/** log(1 - p + eps): what is kept from 0 is taken not to be negative. */
export function guardedComplement({ users }: Evidence, table: UseTable): UseFinding | null {
  const guards = users
    .filter(({ node, operand }) => operand === 1 && isComplement(node))
    .flatMap(({ node }) => table.usersOf(node))
    .filter(({ node, operand }) => node.op === 'add' && isEpsilon(node.args[1 - operand]));
  const log = guards.flatMap(({ node }) => table.usersOf(node)).find(({ node }) => node.op === 'log' || node.op === 'log2')?.node;
  return log ? { says: 'probabilities', domain: UNIT, because: `the logarithm of 1 minus it is kept finite${table.where(log)}` } : null;
}

function isEpsilon(node: Expression | undefined): boolean {
  const value = numberIn(node);
  return value !== null
    ? value > 0 && value <= 1e-3
    : node?.op === 'parameter' && roleOfName(String(node.attributes.name))?.scalar === true;
}

/** p log p: the terms of an entropy. */
export function ownLog({ users, shown }: Evidence, table: UseTable): UseFinding | null {
  const log = logOf(
    users.filter(({ node, operand }) => !isScaled(node, operand, shown)).map(({ node }) => node),
    table,
  );
  if (isShape(users, table)) return null;
  const own = log && table.usersOf(log).find(({ node, operand }) => node.op === 'multiply' && isShown(node.args[1 - operand], shown));
  return own ? { says: 'probabilities', domain: UNIT, because: `multiplied with its own logarithm${table.where(own.node)}` } : null;
}

/** Whether a gamma function is taken of it, or of it and something added: then it is the shape of a distribution of counts. */
function isShape(users: Evidence['users'], table: UseTable): boolean {
  const isGamma = ({ node }: Evidence['users'][number]): boolean => node.op === 'lgamma' || node.op === 'digamma';
  return users.some((user) => isGamma(user) || (user.node.op === 'add' && table.usersOf(user.node).some(isGamma)));
}

/** Whether a quotient is one of something by a scale that it holds itself: `(x + r) / r`. */
function isScaled({ op, args: [x] }: Expression, operand: number, shown: ReadonlySet<Expression>): boolean {
  return op === 'divide' && operand === 1 && x !== undefined && inOrder(x).some((node) => shown.has(node));
}

function isShown(node: Expression | undefined, shown: ReadonlySet<Expression>): boolean {
  return node !== undefined && (shown.has(node) || (node.op === 'negative' && isShown(node.args[0], shown)));
}

/** softplus(x) - x y: what a cross entropy of logits does with its target. */
export function crossed({ users }: Evidence, table: UseTable): UseFinding | null {
  const found = users.find(({ node, operand }) => {
    const logit = node.op === 'multiply' ? node.args[1 - operand] : undefined;
    const ops = new Set(logit ? table.usersOf(logit).map((user) => user.node.op) : []);
    const soft = ops.has('softplus') || (ops.has('abs') && (ops.has('relu') || ops.has('maximum') || ops.has('clip')));
    return soft && table.usersOf(node).some((user) => user.node.op === 'subtract' && user.operand === 1);
  });
  return found ? { says: 'fraction', domain: UNIT, because: `the target of a cross entropy${table.where(found.node)}` } : null;
}

/** log(x / (x + c)): what something has of the whole, so that it is positive. */
export function share({ users, shown }: Evidence, table: UseTable): UseFinding | null {
  const part = users.find(
    ({ node, operand }) =>
      node.op === 'divide' && operand === 0 && isWholeOf(node.args[1], shown) && table.usersOf(node).some((user) => user.node.op === 'log'),
  );
  if (!part) return null;
  return { says: 'probabilities', domain: interval(0, Infinity, true, true), because: `a part of a whole${table.where(part.node)}` };
}

function isWholeOf(node: Expression | undefined, shown: ReadonlySet<Expression>): boolean {
  return node?.op === 'add' && node.args.some((term) => isShown(term, shown));
}

/** p ** y and (1 - p) ** (1 - y) together: the likelihood of a coin. */
export function bothPowers(evidence: Evidence, table: UseTable): UseFinding | null {
  const isBase = ({ node, operand }: Evidence['users'][number]): boolean =>
    node.op === 'power' && operand === 0 && numberIn(node.args[1]) === null;
  const own = evidence.users.filter(isBase).map(({ node }) => node.args[1]);
  const others = evidence.users.filter(({ node }) => isComplement(node)).flatMap(({ node }) => table.usersOf(node).filter(isBase));
  const pair = others.find(({ node }) =>
    own.some((exponent) => node.args[1] && isComplement(node.args[1]) && node.args[1].args[1] === exponent),
  );
  return pair ? { says: 'probabilities', domain: UNIT, because: `the base of a likelihood${table.where(pair.node)}` } : null;
}

/** `where(c, p, 1 - p)`, `y * p + (1 - y) * (1 - p)`: the probability of what happened. */
export function eitherSide({ users }: Evidence, table: UseTable): UseFinding | null {
  const sides = (of: readonly { readonly node: Expression }[]): Expression[] =>
    of.flatMap(({ node }) => (node.op === 'where' ? [node] : node.op === 'multiply' ? sums(node, table) : []));
  const complements = users.filter(({ node }) => isComplement(node)).flatMap(({ node }) => table.usersOf(node));
  const others = new Set(sides(complements));
  const both = sides(users).find((node) => others.has(node));
  return both ? { says: 'probabilities', domain: UNIT, because: `it or 1 minus it is chosen${table.where(both)}` } : null;
}

function sums(node: Expression, table: UseTable): Expression[] {
  return table.usersOf(node).flatMap(({ node: user }) => (user.op === 'add' ? [user] : []));
}

/** A logarithm among users, also behind `+ eps`, a clamp and a ratio. */
function logOf(users: readonly Expression[], table: UseTable): Expression | null {
  for (const node of users) {
    if (node.op === 'log' || node.op === 'log2' || node.op === 'xlogy') return node;
    const guard =
      node.op === 'clip' ||
      node.op === 'maximum' ||
      node.op === 'divide' ||
      (node.op === 'add' && node.args.some((arg) => numberIn(arg) !== null || arg.kind === 'weak'));
    const found = guard ? table.usersOf(node).find((user) => user.node.op === 'log')?.node : null;
    if (found) return found;
  }
  return null;
}

/** `1 - x`. */
export function isComplement(node: Expression): boolean {
  return node.op === 'subtract' && numberIn(node.args[0]) === 1;
}

/** The probability that the target picks, whose logarithm is taken: `y * log(p)`, or `log(sum(one_hot(y) * p))`. */
export function chosen({ users }: Evidence, table: UseTable): UseFinding | null {
  const plain = users.filter(({ node }) => !COMPARISONS.has(node.op) && !isComplement(node));
  const logs = plain.map(({ node }) => logOf([node], table));
  const weighed = logs.length > 0 && logs.every((log) => log !== null && isWeighed(log, table));
  const log = weighed ? logs[0] : plain.map(({ node, operand }) => logOfPicked(node, operand, table)).find((found) => found !== null);
  return log ? { says: 'probabilities', domain: UNIT, because: `the target picks it for a logarithm${table.where(log)}` } : null;
}

const COMPARISONS: ReadonlySet<string> = new Set(['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal']);

function isWeighed(log: Expression, table: UseTable): boolean {
  return table
    .usersOf(log)
    .flatMap((user) => (user.node.op === 'negative' ? table.usersOf(user.node) : [user]))
    .some(({ node, operand }) => node.op === 'multiply' && isTarget(node.args[1 - operand]));
}

/** The logarithm of the sum of a leaf's elements that the target picks. */
function logOfPicked(node: Expression, operand: number, table: UseTable): Expression | null {
  if (node.op !== 'multiply' || !isTarget(node.args[1 - operand])) return null;
  const totals = table.usersOf(node).filter((user) => user.node.op === 'sum');
  return totals.map(({ node: total }) => logOf([...moved(total, table)], table)).find((log) => log !== null) ?? null;
}

/** What takes a node, also behind a change of its shape. */
function moved(node: Expression, table: UseTable): Expression[] {
  return table.usersOf(node).flatMap(({ node: user }) => (user.op === 'reshape' ? moved(user, table) : [user]));
}

/** Ones where the target says so, or the target itself. */
function isTarget(node: Expression | undefined, depth = 0): boolean {
  if (!node || depth > 4) return false;
  if (node.op === 'one_hot' || node.op === 'scatter') return true;
  if (node.op === 'multiply') return node.args.some((arg) => isTarget(arg, depth + 1));
  if (node.op === 'parameter') return roleOfName(String(node.attributes['name']))?.role === 'target';
  return (
    ['reshape', 'transpose', 'broadcast_to', 'clip', 'to_float', 'cast', 'slice'].includes(node.op) && isTarget(node.args[0], depth + 1)
  );
}

/** A member of a set: its product with another is summed, and its own sum divides that. */
export function overlap({ users }: Evidence, table: UseTable): UseFinding | null {
  const product = users.find(
    ({ node, operand }) => node.op === 'multiply' && node.args[operand] !== node.args[1 - operand] && isSummed(node, table),
  );
  const own = users.find(({ node }) => node.op === 'sum' || (isSquare(node) && isSummed(node, table)));
  if (!product || !own) return null;
  const total = own.node.op === 'sum' ? own.node : table.usersOf(own.node).find(({ node }) => node.op === 'sum')?.node;
  return total && dividesOther(total, table, 0)
    ? { says: 'fraction', domain: UNIT, because: `a member of an overlap${table.where(product.node)}` }
    : null;
}

function isSquare({ op, args }: Expression): boolean {
  return op === 'square' || (op === 'multiply' && args[0] === args[1]);
}

function isSummed(node: Expression, table: UseTable): boolean {
  return table.usersOf(node).some((user) => user.node.op === 'sum');
}

/** Whether a total, added to another, divides. */
function dividesOther(node: Expression, table: UseTable, depth: number): boolean {
  if (depth > 4) return false;
  return table
    .usersOf(node)
    .some(
      (user) =>
        (user.node.op === 'divide' && user.operand === 1 && depth > 0) ||
        (['add', 'subtract', 'clip', 'maximum', 'reshape'].includes(user.node.op) && dividesOther(user.node, table, depth + 1)),
    );
}

/** What a power is raised to. */
export function exponent({ users }: Evidence, table: UseTable): UseFinding | null {
  const found = users.find(({ node, operand }) => node.op === 'power' && operand === 1);
  return found ? { says: 'exponent', domain: interval(-Infinity, Infinity), because: `an exponent${table.where(found.node)}` } : null;
}

/** What two things alike are divided by, and that computes with nothing else: a temperature. */
export function commonScale({ users }: Evidence, table: UseTable): UseFinding | null {
  const divided = users.filter(({ node, operand }) => node.op === 'divide' && operand === 1);
  const others = users.filter(
    (user) => !divided.includes(user) && !(user.node.op === 'multiply' && user.node.args[0] === user.node.args[1]),
  );
  const [first] = divided;
  if (!first || others.length > 0 || new Set(divided.map(({ node }) => node.args[0])).size < 2) return null;
  return { says: 'scale', domain: interval(-Infinity, Infinity), because: `a common divisor${table.where(first.node)}` };
}

/** `m - k * log(m)`: the mean of a Poisson likelihood. */
export function rate(evidence: Evidence, table: UseTable): UseFinding | null {
  const log = evidence.users.find(({ node }) => node.op === 'log')?.node;
  const weighed = log ? table.usersOf(log).filter(({ node }) => node.op === 'multiply') : [];
  const product = weighed.find(({ node }) => isTakenFrom(node, evidence, table));
  return product ? { says: 'rate', domain: POSITIVE, because: `the mean of counts${table.where(product.node)}` } : null;
}

/** What weighs the logarithm of the mean in a Poisson likelihood. */
export function count(evidence: Evidence, table: UseTable): UseFinding | null {
  for (const { node, operand } of evidence.users) {
    const log = node.op === 'multiply' ? node.args[1 - operand] : undefined;
    const [mean] = log?.op === 'log' ? log.args : [];
    if (mean && isTakenFrom(node, table.of(mean), table)) return { says: 'count', domain: COUNTS, because: `a count${table.where(node)}` };
  }
  return null;
}

const POSITIVE = interval(0, Infinity, true, true);
const COUNTS = interval(0, Infinity, false, true);

/** Whether a product is taken from what the evidence is of. */
function isTakenFrom(product: Expression, { shown }: Evidence, table: UseTable): boolean {
  return table
    .usersOf(product)
    .some(({ node, operand }) => node.op === 'subtract' && operand === 1 && shown.has(node.args[0] as Expression));
}

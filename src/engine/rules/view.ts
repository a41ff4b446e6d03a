import { Places } from '../analyses/places';
import type { Expression } from '../ir/expression';
import { rememberEach } from '../ops/shared/remember';

const SAME_ELEMENTS: ReadonlySet<string> = new Set([
  'reshape',
  'transpose',
  'broadcast_to',
  'slice',
  'gather',
  'take',
  'cast',
  'identity',
  'stop_gradient',
  'flip',
  'roll',
  'tile',
  'diagonal',
  'to_float',
  'concatenate',
  'stack',
]);
const TOTALS: ReadonlySet<string> = new Set(['sum', 'mean', 'cumsum', 'einsum', 'matmul']);

/** The expression graph of a loss as rules read it: by what an operand is made of and by what becomes of a result. */
export class View extends Places {
  /** Whether some result downstream satisfies the test, following at most `depth` steps. */
  becomes(node: Expression, test: (user: Expression) => boolean, depth = 6): boolean {
    return this.downstream(node, depth).some(test);
  }

  /** Nodes reached from a node within `depth` steps, nearest first, the node itself excluded. */
  downstream(node: Expression, depth = 6): Expression[] {
    const seen = new Set<Expression>([node]);
    let level: readonly Expression[] = [node];
    for (let step = 0; step < depth; step++) {
      level = level.flatMap((n) => this.usersOf(n)).filter((n) => !seen.has(n));
      for (const n of level) seen.add(n);
    }
    return [...seen].slice(1);
  }
}

/** The expression without what only moves, copies or picks elements. */
export function elementsOf(node: Expression): Expression {
  let core = node;
  while (SAME_ELEMENTS.has(core.op) && core.args[0]) core = core.args[0];
  return core;
}

/** The expression without signs, constant factors, constant terms, and moves. */
export function essence(node: Expression): Expression {
  let core = elementsOf(node);
  for (let inner = peel(core); inner; inner = peel(core)) core = elementsOf(inner);
  return core;
}

function peel({ op, args }: Expression): Expression | null {
  const [x, y] = args;
  if (op === 'negative' && x) return x;
  if (!x || !y || !['add', 'subtract', 'multiply', 'divide'].includes(op)) return null;
  if (constantOf(y) !== null) return x;
  return constantOf(x) !== null && op !== 'divide' ? y : null;
}

/** The expression under sums and means. */
export function summand(node: Expression): Expression | null {
  const core = elementsOf(node);
  return TOTALS.has(core.op) ? elementsOf(core.args[0] ?? core) : null;
}

/** The value of an expression of constants only, in double precision; null when it is none or not uniform. */
export const constantOf: (node: Expression) => number | null = rememberEach(({ op, attributes, args }) => {
  if (op === 'constant') return uniformValue(attributes.value, attributes.values);
  if (SAME_ELEMENTS.has(op) && args[0]) return constantOf(args[0]);
  const fold = FOLDS[op];
  if (!fold) return null;
  const values: number[] = [];
  for (const arg of args) {
    const value = constantOf(arg);
    if (value === null) return null;
    values.push(value);
  }
  return fold(...values);
});

function uniformValue(value: unknown, values: unknown): number | null {
  if (typeof value === 'number') return value;
  if (!Array.isArray(values)) return null;
  return values.length > 0 && values.every((v) => v === values[0]) ? (values[0] as number) : null;
}

type Fold = (...values: number[]) => number;
const FOLDS: Readonly<Record<string, Fold>> = {
  add: (x = 0, y = 0) => x + y,
  subtract: (x = 0, y = 0) => x - y,
  multiply: (x = 0, y = 0) => x * y,
  divide: (x = 0, y = 1) => x / y,
  negative: (x = 0) => -x,
  power: (x = 0, y = 1) => x ** y,
  square: (x = 0) => x * x,
  sqrt: (x = 0) => Math.sqrt(x),
  exp: (x = 0) => Math.exp(x),
  log: (x = 0) => Math.log(x),
};

/** `u` of `1 - u` (or of `c - u` for a positive constant c), else null. */
export function complementOf(node: Expression): Expression | null {
  const { op, args } = elementsOf(node);
  const [x, y] = args;
  if (!x || !y) return null;
  if (op === 'subtract' && (constantOf(x) ?? 0) > 0) return elementsOf(y);
  if (op !== 'add') return null;
  return negated(x, y) ?? negated(y, x);
}

function negated(constant: Expression, term: Expression): Expression | null {
  const core = elementsOf(term);
  return (constantOf(constant) ?? 0) > 0 && core.op === 'negative' ? elementsOf(core.args[0] ?? core) : null;
}

/** `u` of `u + c` for a positive constant c, else null. */
export function withoutConstant(node: Expression): Expression | null {
  const { op, args } = elementsOf(node);
  const [x, y] = args;
  if (op !== 'add' || !x || !y) return null;
  if ((constantOf(y) ?? 0) > 0) return elementsOf(x);
  return (constantOf(x) ?? 0) > 0 ? elementsOf(y) : null;
}

/** Whether an expression satisfies the test somewhere within `depth` steps, itself included. */
export function within(node: Expression, test: (inner: Expression) => boolean, depth = 8): boolean {
  const seen = new Set<Expression>();
  let level: Expression[] = [node];
  for (let step = 0; step <= depth && level.length > 0; step++) {
    if (level.some(test)) return true;
    for (const n of level) seen.add(n);
    level = level.flatMap((n) => n.args).filter((n) => !seen.has(n));
  }
  return false;
}

/** A test for the name of an operation. */
export function isOp(...names: readonly string[]): (node: Expression) => boolean {
  return (node) => names.includes(node.op);
}

/** The expression under clips, guards and constants that keep a value where it is: `max(u, c)`, `clip(u, …)`, `u + c`, `where(c, u, constant)`. */
export function unguarded(node: Expression): Expression {
  const core = elementsOf(node);
  const [x, y, z] = core.args;
  if (core.op === 'clip' && x) return unguarded(x);
  if ((core.op === 'maximum' || core.op === 'minimum' || core.op === 'add') && x && y) {
    if (constantOf(y) !== null) return unguarded(x);
    if (constantOf(x) !== null) return unguarded(y);
  }
  if (core.op === 'where' && y && z) {
    if (constantOf(z) !== null) return unguarded(y);
    if (constantOf(y) !== null) return unguarded(z);
  }
  return core;
}

/** Whether a node is a sum of squares: of `x * x`, `square(x)`, an even power, or `|x|` squared. */
export function isSquare(node: Expression): boolean {
  const core = elementsOf(node);
  const [x, y] = core.args;
  if (core.op === 'square') return true;
  if (core.op === 'multiply') return x === y;
  return core.op === 'power' && y !== undefined && (constantOf(y) ?? 1) % 2 === 0;
}

/** Whether a node is a total of squares, also of a guarded or scaled one. */
export function isSquaredNorm(node: Expression): boolean {
  const core = essence(unguarded(node));
  const inner = summand(core);
  if (core.op === 'einsum' && core.args.length === 2 && core.args[0] === core.args[1]) return true;
  if (inner) return isSquare(inner) || isSquare(essence(inner)) || isSquaredNorm(inner);
  if (core.op !== 'add') return false;
  return core.args.every((a) => isSquare(a) || isSquaredNorm(a));
}

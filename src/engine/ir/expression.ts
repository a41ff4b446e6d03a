import type { Attribute, Attributes, Inference, Kind, Shape, Signature } from '../numerics/signature';

/**
 * One node of a loss's expression graph. Equal nodes are one object (hash-consing), so identity is equality.
 * Leaves: `constant` (`value`, or `values` with a shape), `parameter` (`name`), `opaque` (`name`, `reason`).
 */
export interface Expression extends Signature {
  readonly id: number;
  readonly op: string;
  readonly args: readonly Expression[];
  readonly attributes: Attributes;
}

const NO_ATTRIBUTES: Attributes = {};

/** Makes and shares the nodes of one loss. */
export class Graph {
  private readonly table = new Map<string, Expression>();
  private next = 0;

  constructor(private readonly infer: Inference) {}

  /** How many distinct nodes exist. */
  get size(): number {
    return this.next;
  }

  /** The node of an operation; `op` is a name of the op registry. Throws {@link ShapeError}. */
  apply(op: string, args: readonly Expression[], attributes: Attributes = NO_ATTRIBUTES): Expression {
    const { shape, kind } = this.infer(op, args, attributes);
    return this.intern(op, args, attributes, shape, kind);
  }

  /** A number. `weak` is a literal of the source; `int` an index or a count. */
  constant(value: number, kind: Kind = 'weak'): Expression {
    return this.intern('constant', [], { value }, [], kind);
  }

  /** A number of elements, as large as the shapes at hand make it: a constant that a formula prints as a letter. */
  extent(value: number): Expression {
    return this.intern('constant', [], { value, extent: true }, [], 'weak');
  }

  /** A tensor whose values are known, in row-major order. */
  tensor(values: readonly number[], shape: Shape, kind: Kind = 'float'): Expression {
    return this.intern('constant', [], { values }, shape, kind);
  }

  /** A parameter of the loss; `name` may be a path such as `batch["mask"]` or `self.alpha`. */
  parameter(name: string, shape: Shape, kind: Kind): Expression {
    return this.intern('parameter', [], { name }, shape, kind);
  }

  /** Something that was not read: a named function of `args`. Never shared, so each has its own `serial`. */
  opaque(name: string, args: readonly Expression[], shape: Shape, kind: Kind = 'float', path?: string): Expression {
    return this.intern('opaque', args, { name, serial: this.next, ...(path === undefined ? {} : { path }) }, shape, kind);
  }

  /** A node of given shape and kind that inference is not asked about (random draws; tests). */
  intern(op: string, args: readonly Expression[], attributes: Attributes, shape: Shape, kind: Kind): Expression {
    let key = `${op}|${kind}|${shape.join('x')}|${attributeKey(attributes)}`;
    for (const arg of args) key += `|${arg.id}`;
    const known = this.table.get(key);
    if (known) return known;
    const node: Expression = { id: this.next++, op, args, attributes, shape, kind };
    this.table.set(key, node);
    return node;
  }
}

function attributeKey(attributes: Attributes): string {
  const names = Object.keys(attributes);
  if (names.length > 1) names.sort();
  let key = '';
  for (const name of names) key += `${name}=${valueKey(attributes[name] as Attribute)};`;
  return key;
}

function valueKey(value: Attribute): string {
  if (Array.isArray(value)) return isUniform(value) ? `[${value.length} × ${valueKey(value[0])}]` : `[${value.map(valueKey).join(',')}]`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return JSON.stringify(value);
}

/** Whether a list repeats one number, as tensors of zeros and ones do, which may be long. */
function isUniform(list: readonly Attribute[]): list is readonly [number] {
  const [first] = list;
  if (typeof first !== 'number') return false;
  for (let i = 1; i < list.length; i++) if (!Object.is(list[i], first)) return false;
  return true;
}

/** Number of elements of a shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Nodes that `roots` depend on, operands before their uses, each once. Iterative: depth is not bounded by the stack. */
export function inOrder(...roots: readonly Expression[]): Expression[] {
  const order: Expression[] = [];
  const state = new Map<Expression, 'open' | 'done'>();
  const stack = [...roots].reverse();
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as Expression;
    if (state.has(node)) {
      stack.pop();
      if (state.get(node) === 'open') order.push(node);
      state.set(node, 'done');
      continue;
    }
    state.set(node, 'open');
    for (let i = node.args.length - 1; i >= 0; i--) {
      const argument = node.args[i] as Expression;
      if (!state.has(argument)) stack.push(argument);
    }
  }
  return order;
}

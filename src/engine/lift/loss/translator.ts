import type { Expression, Graph } from '../../ir/expression';
import type { Missing, Use } from '../../ir/loss';
import type { Attributes } from '../../numerics/signature';
import { ShapeError } from '../../numerics/signature';
import type { LossNode, LossStatement, RelationName } from '../../syntax/loss/node';
import type { Span } from '../../text/span';
import { CONSTANTS, FUNCTIONS, TRUTHS } from './functions';

/** Definitions of the file that a loss may call or name. */
export type Definitions = ReadonlyMap<string, LossStatement>;

/** Calls of the file's own functions nested deeper than this are not followed. */
const MAX_CALLS = 40;
/** A loss that takes more steps than this is not read to its end. */
const MAX_STEPS = 50_000;

const OPERATORS: Readonly<Record<string, string>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
  mod: 'mod',
  not: 'logical_not',
  and: 'logical_and',
  or: 'logical_or',
  xor: 'not_equal',
};

const RELATIONS: Readonly<Record<RelationName, string>> = {
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
};

/** What names stand for. */
export type Environment = ReadonlyMap<string, Expression>;

/** Builds the graph of one loss from its syntax; what cannot be read becomes opaque, with a reason. */
export class Translator {
  readonly uses: Use[] = [];
  readonly missing: Missing[] = [];
  private readonly calls: string[];
  private steps = 0;

  constructor(
    readonly graph: Graph,
    private readonly definitions: Definitions,
    /** What names mean outside every definition. */
    private readonly globals: Environment,
    name: string,
  ) {
    this.calls = [name];
  }

  /** The expression of a syntax node, names standing for what the environment says. */
  translate(node: LossNode, environment: Environment): Expression {
    if (++this.steps > MAX_STEPS) return this.unread(node, 'expression', 'the loss is too large');
    switch (node.kind) {
      case 'number':
        return this.graph.constant(node.value);
      case 'text':
        return this.unread(node, JSON.stringify(node.value), 'a text has no value here');
      case 'name':
        return this.named(node.name, node, environment);
      case 'call':
        return this.call(node.callee.name, node, environment);
      case 'operator':
        return this.operator(node.operator, this.all(node.args, environment), node);
      case 'relation':
        return this.relation(node.operators, this.all(node.args, environment), node);
      case 'conditional':
        return this.apply('select', this.all([node.condition, node.then, node.otherwise], environment), {}, node);
      case 'matrix':
        return this.matrix(node.rows, node, environment);
      case 'index':
        return this.index(node, environment);
      case 'error':
        return this.unread(node, 'expression', node.message);
    }
  }

  /** An op of the registry applied; operands that do not fit make the result opaque. */
  apply(op: string, args: readonly Expression[], attributes: Attributes, span: Span): Expression {
    try {
      return this.record(this.graph.apply(op, args, attributes), span);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      return this.unread(span, op, error.message, args);
    }
  }

  /** Operands as one vector: a single tensor as it is, several scalars stacked. */
  gathered(args: readonly Expression[], span: Span): Expression {
    const [only] = args;
    return args.length === 1 && only ? only : this.apply('stack', args, { axis: 0 }, span);
  }

  /** Something that is not read. */
  unread(span: Span, what: string, why: string, args: readonly Expression[] = []): Expression {
    this.missing.push({ span: { start: span.start, end: span.end }, what, why });
    return this.record(this.graph.opaque(what, args, []), span);
  }

  private record(node: Expression, { start, end }: Span): Expression {
    this.uses.push({ node, span: { start, end } });
    return node;
  }

  private all(nodes: readonly LossNode[], environment: Environment): Expression[] {
    return nodes.map((node) => this.translate(node, environment));
  }

  private named(name: string, span: Span, environment: Environment): Expression {
    const bound = environment.get(name);
    if (bound) return this.record(bound, span);
    const definition = this.definitions.get(name);
    if (definition?.kind === 'assignment') return this.inline(name, definition.body, this.globals, span);
    const truth = TRUTHS[name];
    if (truth !== undefined) return this.graph.constant(truth, 'bool');
    const constant = CONSTANTS[name];
    return constant === undefined ? this.unread(span, name, 'this name is not defined') : this.graph.constant(constant);
  }

  private call(name: string, node: LossNode & { readonly kind: 'call' }, environment: Environment): Expression {
    const definition = this.definitions.get(name);
    if (definition?.kind === 'definition' && definition.parameters.length === node.args.length) {
      const bound = definition.parameters.map((parameter, i): [string, Expression] => [
        parameter.name,
        this.translate(node.args[i] as LossNode, environment),
      ]);
      return this.inline(name, definition.body, new Map(bound), node);
    }
    const args = this.all(node.args, environment);
    if (definition?.kind === 'definition') return this.unread(node, name, `it takes ${definition.parameters.length} arguments`, args);
    const builtIn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    return builtIn ? builtIn(this, args, node) : this.apply(name, args, {}, node);
  }

  private inline(name: string, body: LossNode, environment: Environment, span: Span): Expression {
    if (this.calls.includes(name)) return this.unread(span, name, 'it calls itself');
    if (this.calls.length >= MAX_CALLS) return this.unread(span, name, 'calls are nested too deeply');
    this.calls.push(name);
    const result = this.translate(body, environment);
    this.calls.pop();
    return result;
  }

  private operator(operator: string, args: readonly Expression[], span: Span): Expression {
    const [x] = args as readonly [Expression];
    switch (operator) {
      case 'unaryPlus':
        return x;
      case 'unaryMinus':
        return typeof x.attributes.value === 'number' ? this.graph.constant(-x.attributes.value) : this.apply('negative', args, {}, span);
      case 'percentage':
        return this.apply('divide', [x, this.graph.constant(100)], {}, span);
      case 'factorial':
        return this.apply('exp', [this.apply('lgamma', [this.apply('add', [x, this.graph.constant(1)], {}, span)], {}, span)], {}, span);
      case 'ctranspose':
        return x.shape.length < 2 ? x : this.apply('transpose', args, { axes: x.shape.map((_, i) => i).reverse() }, span);
      case 'xor':
        return this.apply(
          'not_equal',
          args.map((arg) => this.apply('to_bool', [arg], {}, span)),
          {},
          span,
        );
      default:
        return this.apply(OPERATORS[operator] ?? operator, args, {}, span);
    }
  }

  private relation(operators: readonly RelationName[], args: readonly Expression[], span: Span): Expression {
    const tests = operators.map((operator, i) => this.apply(RELATIONS[operator], args.slice(i, i + 2), {}, span));
    const [first, ...rest] = tests as [Expression, ...Expression[]];
    return rest.reduce((all, test) => this.apply('logical_and', [all, test], {}, span), first);
  }

  private matrix(rows: readonly (readonly LossNode[])[], span: Span, environment: Environment): Expression {
    const vectors = rows.map((row) => this.apply('stack', this.all(row, environment), { axis: 0 }, span));
    if (vectors.length === 0) return this.unread(span, '[]', 'an empty matrix has no value here');
    return vectors.length === 1 ? (vectors[0] as Expression) : this.apply('stack', vectors, { axis: 0 }, span);
  }

  /** Elements are counted from 1, as in mathjs. */
  private index(node: LossNode & { readonly kind: 'index' }, environment: Environment): Expression {
    const object = this.translate(node.object, environment);
    const indices = node.indices.map((index) => (index.kind === 'number' ? index.value - 1 : NaN));
    const inside =
      indices.length === object.shape.length &&
      indices.every((index, i) => Number.isInteger(index) && index >= 0 && index < (object.shape[i] ?? 0));
    if (!inside) return this.unread(node, 'index', 'only constant indices inside the declared shape are read', [object]);
    const element = this.apply('slice', [object], { starts: indices, stops: indices.map((i) => i + 1), steps: indices.map(() => 1) }, node);
    return this.apply('reshape', [element], { shape: [] }, node);
  }
}

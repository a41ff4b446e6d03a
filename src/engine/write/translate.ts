import { type Expression, Graph, inOrder } from '../ir/expression';
import type { FrameworkId, Loss, Parameter } from '../ir/loss';
import { infer } from '../ops/registry';
import { writeExpression } from './expression';
import { importsOf, localName } from './imports';
import { FRAMEWORKS } from '../frameworks/index';
import { lowered } from './lowered';
import { numberOf } from './stable/match';
import { stableForm } from './stable/stable-form';
import { pythonLiteral } from './template';

/** Notations that are programs; formulas are printed elsewhere. */
export type Target = 'torch' | 'jax' | 'tensorflow' | 'numpy';

/**
 * The loss as a function of another library, in its numerically stable form; what occurs more than once gets a name. Null
 * where nothing was read, or the library has no spelling of an op. Sizes that the code read from a shape are written as they
 * are under the shapes of the lift.
 */
export function translate(loss: Loss, to: Target): string | null {
  if (!loss.body) return null;
  const body = rewritten(loss.body, (graph, node) => stableForm(graph, node) ?? fitted(graph, node, to));
  const imports = new Set<string>();
  const statements = statementsOf(body, to, imports);
  if (!statements) return null;
  const parameters = loss.parameters.filter((p) => p.node !== null).map(signature);
  const name = (loss.name.split('.')[loss.kind === 'method' ? 0 : loss.name.split('.').length - 1] ?? 'loss').replace(/#\d+$/, '');
  return [
    ...[...imports].sort(),
    '',
    '',
    `def ${snakeCase(name)}(${parameters.join(', ')}):`,
    ...statements.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** The expression with every node in its stable form, operands first, in a graph of its own. */
export function stabilised(root: Expression): Expression {
  return rewritten(root, stableForm);
}

function rewritten(root: Expression, change: (graph: Graph, node: Expression) => Expression | null): Expression {
  const graph = new Graph(infer);
  const images = new Map<Expression, Expression>();
  for (const node of inOrder(root)) {
    const args = node.args.map((argument) => images.get(argument) ?? argument);
    const copy = graph.intern(node.op, args, node.attributes, node.shape, node.kind);
    images.set(node, change(graph, copy) ?? copy);
  }
  return images.get(root) ?? root;
}

/** A form that the library can write: what it lacks in terms of what it has, truth values as numbers where it adds up only those. */
function fitted(graph: Graph, node: Expression, to: Target): Expression | null {
  const zero = node.op === 'logaddexp' && numberOf(node.args[0]) === 0;
  if (!(node.op in FRAMEWORKS[to].writings) || (zero && to === 'torch')) return lowered(graph, node);
  const [x] = node.args;
  const counted = to === 'tensorflow' && (node.op === 'sum' || node.op === 'mean') && x?.kind === 'bool';
  return counted && x ? graph.apply(node.op, [graph.apply('to_float', [x])], node.attributes) : null;
}

function statementsOf(body: Expression, framework: FrameworkId, imports: Set<string>): string[] | null {
  const names = new Map<Expression, string>();
  const lines: string[] = [];
  const write = (node: Expression): string | null =>
    writeExpression(node, {
      framework,
      known: (inner) => (inner === node && inner.op !== 'parameter' ? null : (names.get(inner) ?? parameterName(inner))),
      local(canonical, statement) {
        imports.add(statement);
        return localName(importsOf(statement), canonical, statement).name;
      },
    });
  for (const node of sharedNodes(body)) {
    const code = write(node);
    if (code === null) return null;
    const name = `t${names.size + 1}`;
    lines.push(`${name} = ${code}`);
    names.set(node, name);
  }
  const result = write(body);
  return result === null ? null : [...lines, `return ${result}`];
}

/** Nodes with operands that are used more than once, in the order in which they are computed. */
function sharedNodes(body: Expression): Expression[] {
  const order = inOrder(body);
  const uses = new Map<Expression, number>();
  for (const node of order) for (const argument of node.args) uses.set(argument, (uses.get(argument) ?? 0) + 1);
  return order.filter((node) => node.args.length > 0 && (uses.get(node) ?? 0) > 1);
}

function parameterName(node: Expression): string | null {
  return node.op === 'parameter' ? identifier(String(node.attributes.name)) : null;
}

function signature(parameter: Parameter): string {
  const name = identifier(parameter.name);
  return parameter.default === null ? name : `${name}=${pythonLiteral(parameter.default)}`;
}

function identifier(name: string): string {
  return name
    .replace(/^self\./, '')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '');
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

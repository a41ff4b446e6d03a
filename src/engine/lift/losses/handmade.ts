import { inOrder } from '../../ir/expression';
import type { Handmade, Loss } from '../../ir/loss';
import type { PyModule, PyNode } from '../../syntax/python/node';
import type { Span } from '../../text/span';
import { bare, innerDefinitions, statementsOf, type Candidate } from './candidate';
import { declarationsAt } from './declared';
import type { LiftSetting } from './readings';
import { readCandidate } from './read-candidate';

/** A definition whose gradient its author writes, and where the gradient is written. */
interface HandmadeDefinition {
  readonly candidate: Candidate;
  readonly at: Span;
}

/** The autograd functions of torch and the functions with a rule of their own of JAX and TensorFlow at the top of a file. */
function handmadeIn({ root }: PyModule): HandmadeDefinition[] {
  const statements = [...statementsOf(root)];
  return statements.flatMap((statement) => {
    const node = bare(statement);
    if (node.type === 'class_definition') return functionClass(node, statements.map(bare));
    if (node.type !== 'function_definition') return [];
    const made = statements.find((one) => isMadeOf(one, nameOf(node)));
    if (!made && !isDecorated(statement)) return [];
    const name = made?.children[0]?.field('left')?.text ?? nameOf(node);
    const spans = { nameSpan: nameSpan(node), span: spanOf(statement) };
    const candidate: Candidate = { name, kind: 'function', node, root: name, owner: null, ...spans };
    return [{ candidate, at: backwardOf(made ?? statement, node, name, root) }];
  });
}

/**
 * Joins what is written by hand to the losses it belongs to; what is no loss comes out beside them, read only for the sake of
 * its gradient.
 */
export function withHandmade(
  module: PyModule,
  losses: readonly Loss[],
  settingFor: (candidate: Candidate) => LiftSetting,
  only: string | undefined,
): { losses: readonly Loss[]; asides: readonly Loss[] } {
  const joined = [...losses];
  const asides: Loss[] = [];
  for (const { candidate, at } of handmadeIn(module)) {
    const place = joined.findIndex(({ name }) => name === candidate.name);
    const known = joined[place];
    if (only !== undefined && !known) continue;
    const names = [candidate.root, nameOf(candidate.node)];
    const read = (): Loss =>
      readCandidate(candidate, declarationsAt(module, candidate.owner ?? candidate.node), settingFor(candidate)).loss;
    const ownBackward = ownOf(known && !candidate.applied ? known : read(), names, at);
    if (ownBackward && known) joined[place] = { ...known, ownBackward };
    else if (ownBackward) asides.push({ ...ownBackward.of, ownBackward });
  }
  return { losses: joined, asides };
}

/** The backward pass of a function read with it. */
function ownOf(of: Loss, names: readonly string[], at: Span): Loss['ownBackward'] | null {
  const backward = (of.handmade ?? []).filter((one) => names.includes(one.name) && !(one.apart && holdsUnread(one)));
  const isRead = of.status === 'full' || (of.status === 'partial' && of.missing.every(({ why }) => NOT_LINEAR.test(why)));
  return isRead && backward.length > 0 ? { at, backward, of } : null;
}

/** Whether something that was not read takes part in a function or in its backward pass. */
function holdsUnread({ value, slopes, halved }: Handmade): boolean {
  return inOrder(value, slopes, ...(halved ? [halved] : [])).some(({ op }) => op === 'opaque');
}

/** Of a backward pass that cannot stand for its function, but is read itself. */
const NOT_LINEAR = /^the backward of \S+ is not linear/;

function functionClass(node: PyNode, others: readonly PyNode[]): HandmadeDefinition[] {
  const lineage = lineageIn(node, others);
  const methods = lineage.flatMap((one) => [...innerDefinitions(one)]);
  const [forward, backward] = ['forward', 'backward'].map((name) => methods.find((one) => nameOf(one) === name));
  if (!forward || !backward || !lineage.flatMap(basesOf).some((base) => /(^|\.)Function$/.test(base))) return [];
  const root = nameOf(node);
  const spans = { nameSpan: nameSpan(forward), span: spanOf(node) };
  const candidate: Candidate = { name: `${root}.forward`, kind: 'method', node: forward, root, owner: node, applied: true, ...spans };
  return [{ candidate, at: nameSpan(backward) }];
}

/** A class and the classes of its file that it comes from, the nearest first. */
function lineageIn(node: PyNode, others: readonly PyNode[], seen: ReadonlySet<PyNode> = new Set([node])): PyNode[] {
  const bases = others.filter((one) => one.type === 'class_definition' && !seen.has(one) && basesOf(node).includes(nameOf(one)));
  return [node, ...bases.flatMap((base) => lineageIn(base, others, new Set([...seen, base])))];
}

function basesOf(node: PyNode): string[] {
  return (node.field('superclasses')?.children ?? []).map((base) => base.text);
}

const CUSTOM = /\bcustom_(vjp|jvp|gradient)\b/;

function isDecorated(statement: PyNode): boolean {
  return statement.children.some((child) => child.type === 'decorator' && CUSTOM.test(child.text));
}

/** `NAME = jax.custom_vjp(function)`. */
function isMadeOf(statement: PyNode, name: string): boolean {
  const right = statement.children[0]?.field('right');
  return right?.type === 'call' && CUSTOM.test(right.field('function')?.text ?? '') && right.field('arguments')?.children[0]?.text === name;
}

/** The function that says the gradient: the last one of the rules, or the one inside. */
function backwardOf(statement: PyNode, node: PyNode, name: string, root: PyNode): Span {
  const last = innerDefinitions(node).pop();
  if (/custom_gradient/.test(statement.text) && last) return nameSpan(last);
  return rulesFor(name, root) ?? nameSpan(node);
}

function rulesFor(name: string, root: PyNode): Span | null {
  for (const statement of statementsOf(root)) {
    const decorator = statement.children.find((child) => child.type === 'decorator' && child.text.includes(`${name}.defjvp`));
    if (decorator) return nameSpan(bare(statement));
    const call = statement.type === 'expression_statement' ? statement.children[0] : undefined;
    if (!call || !new RegExp(`^${name}\\.def[jv][vj]ps?\\(`).test(call.text)) continue;
    const last = call
      .field('arguments')
      ?.children.filter((one) => one.type === 'identifier')
      .pop()?.text;
    const definition = [...statementsOf(root)].map(bare).find((one) => nameOf(one) === last);
    return definition ? nameSpan(definition) : spanOf(call);
  }
  return null;
}

function nameOf(node: PyNode): string {
  return node.field('name')?.text ?? '';
}

function nameSpan(node: PyNode): Span {
  return spanOf(node.field('name') ?? node);
}

function spanOf({ start, end }: PyNode): Span {
  return { start, end };
}

import type { PyNode } from '../../syntax/python/node';
import type { Span } from '../../text/span';

/** A definition that may be a loss: where it stands, and how to get hold of it. */
export interface Candidate {
  /** `Class.method`, `outer.inner`; duplicates are numbered later. */
  readonly name: string;
  readonly kind: 'function' | 'method' | 'expression';
  /** The `def`, `lambda`, or the assignment of an expression. */
  readonly node: PyNode;
  /** What the name's text is at. */
  readonly nameSpan: Span;
  readonly span: Span;
  /** The top-level name to start from. */
  readonly root: string;
  /** The class whose method it is, or the function that returns it. */
  readonly owner: PyNode | null;
  /** Of a function inside functions, or inside a method: the outermost one that has to run for it to be defined. */
  readonly inside?: PyNode;
  /** Of an autograd function: it is applied, with its backward, rather than its `forward` called. */
  readonly applied?: boolean;
  /** Of an expression: the statements that compute it, in order; the last one assigns it. */
  readonly slice?: readonly PyNode[];
  /** Of an expression: the conditions of what it stands in, on what it is computed from; each holds there. */
  readonly under?: readonly PyNode[];
  /** Whether gradients are turned off around it, or said by a rule. */
  readonly frozen?: boolean;
  /** What becomes of its result wherever it is called, where no gradient is taken of it. */
  readonly fate?: 'decides' | 'untrained';
  /** Of an expression: the names that are its inputs. */
  readonly free?: readonly string[];
}

/** The definition inside decorators. */
export function bare(node: PyNode): PyNode {
  return node.type === 'decorated_definition' ? (node.field('definition') ?? node) : node;
}

/** Statements of a block, those of `if` and `try` around definitions included. */
export function* statementsOf(block: PyNode): Generator<PyNode> {
  for (const child of block.children) {
    if (/^(if|try)_statement$|^(else|elif|except|finally)_clause$|^block$/.test(child.type)) yield* statementsOf(child);
    else yield child;
  }
}

/** Definitions directly inside a function's body. */
export function innerDefinitions(definition: PyNode): PyNode[] {
  const body = definition.field('body');
  return body ? [...statementsOf(body)].map(bare).filter((node) => node.type === 'function_definition') : [];
}

/** The string that a definition begins with. */
export function docstringOf(node: PyNode | null): string {
  const [first] = node?.field('body')?.children ?? [];
  return first?.type === 'expression_statement' && first.children[0]?.type === 'string' ? first.text : '';
}

/** The name of a definition. */
export function innerName(node: PyNode): string {
  return node.field('name')?.text ?? '';
}

/** A candidate of which the definition and its name stand at their own places. */
export function candidate(
  name: string,
  kind: Candidate['kind'],
  node: PyNode,
  root: string,
  owner: PyNode | null,
  around: PyNode,
): Candidate {
  const at = node.field('name') ?? node;
  return { name, kind, node, nameSpan: spanOf(at), span: spanOf(around), root, owner };
}

/** Where a node stands. */
export function spanOf(node: PyNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}

/** Methods that run where an object is called. */
export const CALLS: readonly string[] = ['forward', 'call', '__call__'];

/** Whether a method of this name runs where its object is called. */
export function isCallName(name: string): boolean {
  return CALLS.includes(name);
}

import type { TreeCursor } from 'web-tree-sitter';
import type { PyComment, PyModule, PyNode, PySyntaxError } from './node';
import type { TextChange } from './text-change';

/**
 * Nodes nested deeper than this become one `ERROR` leaf, so that readers may recurse over the tree. CPython itself refuses 200
 * nested brackets; a sum of this many terms is not written by hand.
 */
export const MAX_DEPTH = 600;

interface Token {
  readonly text: string;
  start: number;
  end: number;
}

/** Shared by all nodes that have none: more than half of them are leaves. */
const NO_NODES: readonly BuiltNode[] = [];
const NO_TOKENS: readonly Token[] = [];
const NO_FIELDS: readonly (string | null)[] = [];
const NO_OPERATORS: readonly string[] = [];

/** Tokens that are never an operator. */
const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', '.', ':']);

/** Types of nodes that never hold others. */
const LEAVES = /^(identifier|integer|float)$/;

/** What is known of a type of nodes. */
interface NodeType {
  readonly name: string;
  readonly named: boolean;
  readonly leaf: boolean;
  /** How long a token is in every text; null for what is written in several ways. */
  readonly length: number | null;
}

/** A node under construction. */
class BuiltNode implements PyNode {
  children = NO_NODES;
  tokens = NO_TOKENS;
  operators = NO_OPERATORS;
  hasError = false;
  private fields = NO_FIELDS;

  constructor(
    readonly type: string,
    public start: number,
    public end: number,
    public parent: BuiltNode | null,
    private source: string,
  ) {}

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  get operator(): string | null {
    return this.operators[0] ?? null;
  }

  field(name: string): PyNode | null {
    const at = this.fields.indexOf(name);
    return at < 0 ? null : (this.children[at] ?? null);
  }

  fieldAll(name: string): readonly PyNode[] {
    return this.children.filter((_, i) => this.fields[i] === name);
  }

  add(child: BuiltNode, field: string | null): void {
    if (this.children === NO_NODES) [this.children, this.fields] = [[], []];
    (this.children as BuiltNode[]).push(child);
    (this.fields as (string | null)[]).push(field);
    child.parent = this;
  }

  addToken(token: Token): void {
    if (this.tokens === NO_TOKENS) this.tokens = [token];
    else (this.tokens as Token[]).push(token);
  }

  addOperator(operator: string): void {
    this.operators = [...this.operators, operator];
  }

  /** Gives up the room that its lists were given to grow. */
  trim(): void {
    this.children = this.children.slice();
    this.fields = this.fields.slice();
    if (this.tokens !== NO_TOKENS) this.tokens = this.tokens.slice();
  }

  /** Makes it, and all below it, a node of another text that has the same piece elsewhere. */
  moveTo(source: string, by: number): void {
    this.source = source;
    this.start += by;
    this.end += by;
    for (const token of this.tokens) {
      token.start += by;
      token.end += by;
    }
    for (const child of this.children) child.moveTo(source, by);
  }
}

/** The statements of an earlier text that a change left as they were, by where they stand now. */
export class Unchanged {
  private readonly statements = new Map<number, { readonly node: BuiltNode; readonly by: number }>();
  private readonly comments: readonly PyComment[];

  /** Of a module without errors; it gives up its nodes. */
  constructor({ root, comments }: PyModule, { startIndex, oldEndIndex, newEndIndex }: TextChange) {
    this.comments = comments;
    for (const node of root.children) {
      const by = node.end < startIndex ? 0 : node.start > oldEndIndex ? newEndIndex - oldEndIndex : null;
      if (by !== null && node instanceof BuiltNode) this.statements.set(node.start + by, { node, by });
    }
  }

  /** Takes the statement of a type that stands at a place now, and the comments inside; null when there is none. */
  take(type: string, start: number, end: number, source: string): { node: BuiltNode; comments: readonly PyComment[] } | null {
    const found = this.statements.get(start);
    if (!found || found.node.type !== type || found.node.end + found.by !== end) return null;
    const { node, by } = found;
    const inside = this.comments.filter(({ span }) => span.start >= node.start && span.end <= node.end);
    node.moveTo(source, by);
    return { node, comments: inside.map(({ span, text }) => ({ span: { start: span.start + by, end: span.end + by }, text })) };
  }
}

/** Copies wasm trees of parts of one text into one module of plain nodes. */
export class TreeBuilder {
  private readonly root: BuiltNode;
  private readonly comments: PyComment[] = [];
  private readonly errors: PySyntaxError[] = [];
  private readonly types = new Map<number, NodeType>();
  private isSound = false;

  constructor(
    private readonly source: string,
    private readonly unchanged: Unchanged | null = null,
  ) {
    this.root = new BuiltNode('module', 0, source.length, null, source);
  }

  /** Appends the children of the tree under the cursor, which `isSound` without errors; `offset` is where its text starts in the source. */
  append(cursor: TreeCursor, offset: number, isSound: boolean): this {
    this.isSound = isSound;
    if (cursor.nodeType === 'ERROR') this.report(cursor.startIndex + offset, cursor.endIndex + offset, this.root);
    let parent = this.root;
    let depth = 0;
    if (!cursor.gotoFirstChild()) return this;
    for (;;) {
      const node = this.visit(cursor, offset, parent, depth);
      if (node && cursor.gotoFirstChild()) {
        parent = node;
        depth++;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (depth === 0) return this;
        cursor.gotoParent();
        parent = this.leave(parent);
        depth--;
      }
    }
  }

  /** Reports an error that no node shows. */
  fail(message: string): this {
    this.errors.push({ span: { start: 0, end: this.source.length }, message });
    this.root.hasError = true;
    return this;
  }

  /** The finished module. */
  finish(): PyModule {
    return { root: this.root, comments: this.comments, errors: this.errors };
  }

  private leave(node: BuiltNode): BuiltNode {
    const parent = node.parent ?? this.root;
    if (node.hasError) parent.hasError = true;
    node.trim();
    return parent;
  }

  /** Records the node under the cursor; returns it when its children are to be visited. */
  private visit(cursor: TreeCursor, offset: number, parent: BuiltNode, depth: number): BuiltNode | null {
    const { name: type, named, leaf, length } = this.typeAt(cursor);
    const start = cursor.startIndex + offset;
    const end = this.isSound && length !== null ? start + length : cursor.endIndex + offset;
    if (!this.isSound && cursor.nodeIsMissing) this.missing(type, start, parent);
    if (!named) return this.token(cursor, type, start, end, parent);
    if (type === 'comment') {
      this.comments.push({ span: { start, end }, text: this.source.slice(start, end) });
      return null;
    }
    if (type === 'line_continuation') return null;
    if (depth === 0 && this.taken(cursor, type, start, end)) return null;
    const tooDeep = depth >= MAX_DEPTH;
    const node = new BuiltNode(tooDeep ? 'ERROR' : type, start, end, parent, this.source);
    parent.add(node, cursor.currentFieldName);
    if (tooDeep) this.errors.push({ span: { start, end }, message: 'nested too deeply' });
    else if (type === 'ERROR') this.report(start, end, node);
    if (tooDeep || type === 'ERROR') node.hasError = parent.hasError = true;
    return tooDeep || leaf ? null : node;
  }

  /** The type of the node under the cursor; what is known of it is asked for once. */
  private typeAt(cursor: TreeCursor): NodeType {
    const id = cursor.nodeTypeId;
    const known = this.types.get(id);
    if (known) return known;
    const [name, named] = [cursor.nodeType, cursor.nodeIsNamed];
    const made = { name, named, leaf: LEAVES.test(name), length: named || /\s/.test(name) ? null : name.length };
    this.types.set(id, made);
    return made;
  }

  /** Whether a statement is one of before. */
  private taken(cursor: TreeCursor, type: string, start: number, end: number): boolean {
    const found = this.unchanged?.take(type, start, end, this.source);
    if (!found) return false;
    this.root.add(found.node, cursor.currentFieldName);
    this.comments.push(...found.comments);
    return true;
  }

  private token(cursor: TreeCursor, type: string, start: number, end: number, parent: BuiltNode): null {
    const text = this.source.slice(start, end);
    parent.addToken({ text, start, end });
    const field = PUNCTUATION.has(text) ? null : cursor.currentFieldName;
    if (field === 'operator' || field === 'operators') parent.addOperator(type);
    return null;
  }

  private missing(type: string, start: number, parent: BuiltNode): void {
    parent.hasError = true;
    this.errors.push({ span: { start, end: start }, message: `missing ${type}` });
  }

  private report(start: number, end: number, node: BuiltNode): void {
    node.hasError = true;
    const last = this.errors[this.errors.length - 1];
    if (last && last.span.start <= start && end <= last.span.end) return;
    this.errors.push({ span: { start, end }, message: 'invalid syntax' });
  }
}

import type { Span } from '../../text/span';

/** A keyword, operator or bracket of the source that is not a node of its own. */
export interface PyToken extends Span {
  readonly text: string;
}

/**
 * One named node of a Python syntax tree, in tree-sitter-python's vocabulary; plain data that outlives the parser.
 * Offsets are UTF-16 code units of the whole source text.
 */
export interface PyNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Named children in source order, without comments. */
  readonly children: readonly PyNode[];
  /** Anonymous children in source order: `:` of a slice, `,` of a tuple, `async`. */
  readonly tokens: readonly PyToken[];
  readonly parent: PyNode | null;
  /** Whether the node or anything below it is a syntax error. */
  readonly hasError: boolean;
  /** The operator of a unary, binary, boolean or augmented node; the first one of a chained comparison; else null. */
  readonly operator: string | null;
  /** Every operator of a comparison in source order (`not in` and `is not` are one each); at most one elsewhere. */
  readonly operators: readonly string[];
  /** The first named child with this field name, or null. */
  field(name: string): PyNode | null;
  /** All named children with this field name. */
  fieldAll(name: string): readonly PyNode[];
}

/** A comment of the source, with its `#`. */
export interface PyComment {
  readonly span: Span;
  readonly text: string;
}

/** A place where the text is not Python. */
export interface PySyntaxError {
  readonly span: Span;
  readonly message: string;
}

/** The tree of one file; `root.type` is always `module`. */
export interface PyModule {
  readonly root: PyNode;
  readonly comments: readonly PyComment[];
  readonly errors: readonly PySyntaxError[];
}

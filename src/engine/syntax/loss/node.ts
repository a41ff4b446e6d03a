import type { Span } from '../../text/span';

/** Operators of mathjs's expression language, under mathjs's function names. */
export type OperatorName =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'mod'
  | 'pow'
  | 'unaryMinus'
  | 'unaryPlus'
  | 'not'
  | 'and'
  | 'or'
  | 'xor'
  | 'factorial'
  | 'ctranspose'
  | 'percentage';

/** Comparison operators. */
export type RelationName = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A name with its place. */
export interface LossName extends Span {
  readonly name: string;
}

/** One expression of a `.loss` file; `error` stands for what could not be read. */
export type LossNode = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'call'; readonly callee: LossName; readonly args: readonly LossNode[] }
    | { readonly kind: 'operator'; readonly operator: OperatorName; readonly args: readonly LossNode[] }
    | { readonly kind: 'relation'; readonly operators: readonly RelationName[]; readonly args: readonly LossNode[] }
    | { readonly kind: 'conditional'; readonly condition: LossNode; readonly then: LossNode; readonly otherwise: LossNode }
    | { readonly kind: 'matrix'; readonly rows: readonly (readonly LossNode[])[] }
    | { readonly kind: 'index'; readonly object: LossNode; readonly indices: readonly LossNode[] }
    | { readonly kind: 'error'; readonly message: string }
  );

/** One statement: `f(x) = …`, `c = …`, or an expression alone. */
export type LossStatement = Span &
  (
    | { readonly kind: 'definition'; readonly name: LossName; readonly parameters: readonly LossName[]; readonly body: LossNode }
    | { readonly kind: 'assignment'; readonly name: LossName; readonly body: LossNode }
    | { readonly kind: 'expression'; readonly body: LossNode }
  );

/** A comment with its `#`. */
export interface LossComment {
  readonly span: Span;
  readonly text: string;
}

/** A place that is not in the language. */
export interface LossSyntaxError {
  readonly span: Span;
  readonly message: string;
}

/** A parsed `.loss` text. */
export interface LossFile {
  readonly statements: readonly LossStatement[];
  readonly comments: readonly LossComment[];
  readonly errors: readonly LossSyntaxError[];
}

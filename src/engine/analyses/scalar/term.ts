import type { Interval } from '../../numerics/interval';
import { ONE, type Rational, ZERO } from '../../numerics/rational';
import type { Attributes } from '../../numerics/signature';

/** Functions of terms that are kept by name; everything else is a sum, a product, a number, a variable or a branch. */
export type FunctionName =
  | 'exp'
  | 'log'
  | 'sigmoid'
  | 'softplus'
  | 'logsumexp'
  | 'tanh'
  | 'sinh'
  | 'cosh'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'asinh'
  | 'erf'
  | 'erfc'
  | 'logerfc'
  | 'lgamma'
  | 'digamma'
  | 'trigamma'
  | 'abs'
  | 'max'
  | 'sign'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'oddroot';

/** How a branch compares its guard with 0. */
export type Relation = '<' | '<=' | '=';

/**
 * A scalar expression in canonical form, hash-consed within one algebra: identity is equality.
 * `number`: `constant`. `variable` and `pi`: `name`. `sum`: `constant + Σ weights·args`. `product`: `Π args ^ weights`.
 * `where`: `args[0] relation 0 ? args[1] : args[2]`, the relation in `name`. `oddroot`: the real root of odd order `constant`.
 */
export interface Term {
  readonly id: number;
  readonly op: 'number' | 'variable' | 'pi' | 'sum' | 'product' | 'where' | FunctionName;
  readonly args: readonly Term[];
  readonly weights: readonly Rational[];
  readonly constant: Rational;
  readonly name: string;
  /** Variables that occur. */
  readonly free: ReadonlySet<string>;
  /** Number of distinct nodes, at most. */
  readonly size: number;
}

/** A term with a rational factor or exponent. */
export interface Weighted {
  readonly weight: Rational;
  readonly term: Term;
}

/** Builds terms in canonical form, using what is known of the variables' domains. */
export interface Algebra {
  /** Domains of the variables; a variable that is missing ranges over the real line. */
  readonly domains: ReadonlyMap<string, Interval>;
  number(value: Rational | number): Term;
  variable(name: string): Term;
  readonly pi: Term;
  /** Σ terms. */
  add(...terms: readonly Term[]): Term;
  subtract(a: Term, b: Term): Term;
  negative(a: Term): Term;
  /** factor · term. */
  scale(factor: Rational, term: Term): Term;
  /** constant + Σ weight · term. */
  sum(constant: Rational, terms: readonly Weighted[]): Term;
  multiply(...terms: readonly Term[]): Term;
  divide(a: Term, b: Term): Term;
  /** base ^ exponent. */
  power(base: Term, exponent: Rational | number): Term;
  /** Π term ^ weight. */
  product(factors: readonly Weighted[]): Term;
  apply(name: FunctionName, ...args: readonly Term[]): Term;
  /** The real root of odd order, defined on the whole line. */
  oddRoot(base: Term, order: number): Term;
  where(relation: Relation, guard: Term, then: Term, otherwise: Term): Term;
  /** Values that the term can take, outward. */
  range(term: Term): Interval;
  /** The node with exactly these parts, not simplified. */
  intern(parts: Parts): Term;
}

/** Builds the term of an elementwise op from terms of its operands; null where the attributes make it something else. */
export type Builder = (algebra: Algebra, args: readonly Term[], attributes: Attributes) => Term | null;

/** What a node is made of. */
export type Parts = Pick<Term, 'op' | 'args'> & Partial<Pick<Term, 'weights' | 'constant' | 'name'>>;

/** Whether the term is a rational number (this one, where given). */
export function isNumber(term: Term, value?: number): boolean {
  if (term.op !== 'number') return false;
  return value === undefined || (term.constant.denominator === 1n && term.constant.numerator === BigInt(value));
}

/** A term as constant and weighted parts; anything but a sum is one part. */
export function partsOf(term: Term): { readonly constant: Rational; readonly parts: readonly Weighted[] } {
  if (term.op === 'number') return { constant: term.constant, parts: [] };
  if (term.op === 'sum') return { constant: term.constant, parts: weighted(term) };
  return { constant: ZERO, parts: [{ weight: ONE, term }] };
}

/** A term as factors with exponents; anything but a product is one factor. */
export function factorsOf(term: Term): readonly Weighted[] {
  return term.op === 'product' ? weighted(term) : [{ weight: ONE, term }];
}

/** Arguments of a sum or product with their weights. */
export function weighted(term: Term): readonly Weighted[] {
  return term.args.map((argument, i) => ({ weight: term.weights[i] as Rational, term: argument }));
}

/** Whether one of the variables occurs. */
export function dependsOn(term: Term, variables: Iterable<string>): boolean {
  for (const name of variables) if (term.free.has(name)) return true;
  return false;
}

import type { Algebra, Term } from '../scalar/term';

/** A question: is the term convex in the variables, whatever values the rest of its domain takes? */
export interface Question {
  readonly algebra: Algebra;
  readonly term: Term;
  readonly variables: readonly string[];
  /** Finite sets of values of parameters. */
  readonly values: ReadonlyMap<string, readonly number[]>;
  /** How many reductions led here. */
  readonly depth: number;
  /** Questions that the one asked first has led to so far: reductions of reductions multiply. */
  readonly effort: { asked: number };
}

/** A prover: the steps of a proof as a sentence part, null when it found none. */
export type Prover = (question: Question) => string | null;

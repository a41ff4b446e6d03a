import { boundBelow, boxOf } from '../scalar/branch-and-bound';
import { inOrder } from '../scalar/tape';
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
  /** Questions that the one asked first has led to so far, large ones and long searches counted as several: reductions of reductions multiply. */
  readonly effort: { asked: number };
}

/** A prover: the steps of a proof as a sentence part, null when it found none. */
export type Prover = (question: Question) => string | null;

/** Nodes of a term, and evaluations of nodes, that count as one more question. */
const NODES = 150;
const EVALUATIONS = 2500;

/** Counts a question; false where there have been too many. */
export function mayAsk({ term, effort }: Question, most: number): boolean {
  effort.asked += 1 + inOrder(term).length / NODES;
  return effort.asked <= most;
}

/** Whether a term is ≥ 0 for all values of some variables, by interval branch and bound of at most so many evaluations; they are counted. */
export function isBoundedBelow({ algebra, effort }: Question, term: Term, names: readonly string[], budget: number): boolean {
  const { nonNegative, evaluated } = boundBelow(algebra, term, boxOf(algebra, names), budget);
  effort.asked += evaluated / EVALUATIONS;
  return nonNegative;
}

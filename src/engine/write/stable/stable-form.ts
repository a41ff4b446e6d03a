import type { Expression, Graph } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Replacement } from '../rewrite';
import {
  expm1,
  log1p,
  log1pOfNegative,
  logAddExp,
  logCosh,
  logOneMinusExp,
  logSigmoid,
  logSoftmax,
  logSumExp,
  relativeEntropy,
  sigmoid,
  softmax,
  softplus,
  squaredNorm,
  tanh,
  xlogy,
  type StableForm,
} from './forms';
import { rootMinusOne, sharedMaximum } from './sums';

/** The more a form says, the earlier it stands: log(1 + exp(x)) is a softplus before it is a log1p. */
const FORMS: readonly StableForm[] = [
  logSoftmax,
  logSigmoid,
  softplus,
  logSumExp,
  logCosh,
  logAddExp,
  logOneMinusExp,
  softmax,
  sigmoid,
  tanh,
  relativeEntropy,
  xlogy,
  squaredNorm,
  rootMinusOne,
  sharedMaximum,
  expm1,
  log1p,
  log1pOfNegative,
];

/** The numerically stable form of one node, or null where none of the known forms applies. */
export function stableForm(graph: Graph, node: Expression): Expression | null {
  for (const form of FORMS) {
    const found = attempt(form, graph, node);
    if (found) return found;
  }
  return null;
}

/** The first of some nodes (a hazard and what becomes of it, nearest first) that has a stable form, with that form. */
export function stableReplacement(graph: Graph, nodes: Iterable<Expression>): Replacement | null {
  for (const node of nodes) {
    const by = stableForm(graph, node);
    if (by) return { node, by };
  }
  return null;
}

function attempt(form: StableForm, graph: Graph, node: Expression): Expression | null {
  try {
    return form(graph, node);
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

import { namesLoss, isHome } from './loss-names';

/** Words without which a file trains with nothing, writes no gradient by hand, and assigns and returns no loss. */
const MARKS =
  /losswright|\b(value_and_grad|grad|minimize|jacobian|hessian|apply_gradients?|apply_loss_fn|backward|gradient|compile|add_loss)\(|custom_(gradient|vjp|jvp)|\bdef[vj][vj]ps?\b|autograd|(loss|cost|criterion|objective)\w*(: [^=\n]+)?\s*[-+*/]?=|\.\w*(loss|cross_?entropy|kl_div)\b|class\s+\w+\s*\([^)]*(Loss|Criterion)|(comput|calculat)es? [\w -]*\bloss\b/i;

/** Names that definitions and lambdas bind. */
const BOUND = /\b(?:def|class)\s+(\w+)|\b(\w+)\s*(?::[^=\n]+)?=\s*lambda\b/g;

/**
 * Whether a Python text may hold a loss; false where it holds none, so that it need not be parsed. `path` is where it lies, if
 * that is known.
 */
export function mayHoldLosses(text: string, path = ''): boolean {
  if (isHome(path) || MARKS.test(text)) return true;
  return [...text.matchAll(BOUND)].some(([, defined, bound]) => namesLoss(defined ?? bound ?? ''));
}

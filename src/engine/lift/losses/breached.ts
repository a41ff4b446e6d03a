import type { Executor } from '../executor';
import { askArray } from '../inputs/ask-array';
import type { Breach } from '../state/breach';
import { Raised } from '../state/unreadable';

/** So many of the tensors that the code measured last may be why it raises. */
const SUSPECTS = 3;

/** What the first problem was about; of an exception of the code, the tensors that it measured last. */
export function breachOf({ trace, graph, inputs }: Executor, message: string): Breach {
  const found = trace.problems.length > 0 ? trace.breach : graph.breach;
  const measured = [...new Set([...inputs.measured].reverse())].slice(0, SUSPECTS);
  if (found?.error.message === message) return found.op === 'reshape' ? { ...found, nodes: [...found.nodes, ...measured] } : found;
  return {
    op: 'measured',
    nodes: measured,
    attributes: {},
    error: new Raised(message),
    wishes: [...inputs.wishes].reverse(),
    compared: inputs.last.sizes,
  };
}

/** Asks of the parameters that have no axes, and are wanted to have one, to be arrays. */
export function askArrays({ inputs }: Executor, { nodes, error }: Breach): void {
  if (WITHOUT_AXES.test(error.message)) nodes.forEach((node) => askArray(inputs, node));
}

const WITHOUT_AXES = /^(axis -?\d+ of|too many indices for|len\(\) of) a (0-d tensor|tensor with 0 axes)/;

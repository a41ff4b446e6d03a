import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { refilled } from '../state/joined-selections';
import type { Selection } from '../state/selection';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { expressionOf } from '../values/tensor';
import type { Value } from '../values/value';

/** How many of the chosen elements a slice leaves out in front and behind. */
export interface Cut {
  readonly front: number;
  readonly back: number;
}

/** What a slice leaves out of chosen elements that come first: `x[1:]`, `x[:-1]`, `x[1:len(x)]`; null for any other item or selection. */
export function cutOf(machine: Machine, selection: Selection | null, item: Value | undefined): Cut | null {
  if (!selection?.first || selection.within || item?.kind !== 'slice' || item.step.kind !== 'none') return null;
  const front = item.start.kind === 'none' ? 0 : asNumber(item.start)?.value;
  const back = behind(machine, selection, item.stop);
  return front === undefined || front < 0 || !Number.isInteger(front) || back === null ? null : { front, back };
}

function behind(machine: Machine, selection: Selection, stop: Value): number | null {
  if (stop.kind === 'none') return 0;
  const number = asNumber(stop);
  if (number) return number.integer && number.value < 0 ? -number.value : null;
  return stop.kind === 'tensor' && expressionOf(machine, stop) === machine.graph.count(selection) ? 0 : null;
}

/** The elements that a cut leaves; they come first again. */
export function readCut({ graph }: Machine, node: Expression, selection: Selection, { front, back }: Cut): Expression {
  const { axis } = selection;
  const valid = cutValid(graph, selection, front + back);
  const part = graph.plain('slice', [node], along(node, axis, front, (node.shape[axis] ?? 1) - back));
  return graph.mark(refilled(graph, part, valid, axis).node, { valid, axis, first: true });
}

/** The elements with those that a cut leaves replaced by as many others, or by one number. Throws Unreadable. */
export function writeCut({ graph }: Machine, node: Expression, selection: Selection, { front, back }: Cut, value: Expression): Expression {
  const { axis, valid } = selection;
  const size = node.shape[axis] ?? 1;
  const other = graph.selectionOf(value);
  const fits = other ? other.axis === axis && other.valid === cutValid(graph, selection, front) : value.shape.length === 0;
  if (back > 0 || !fits) throw new Unreadable('an assignment of another number of chosen elements');
  const shape = node.shape.with(axis, size - front);
  const wide = other ? value : graph.plain('broadcast_to', [value], { shape });
  const written = graph.plain('index_update', [node, graph.released(wide, shape)], along(node, axis, front, size));
  return graph.mark(refilled(graph, written, valid, axis).node, selection);
}

/** Which of the places that are left hold chosen elements, when so many fewer are left. */
function cutValid(graph: Machine['graph'], { valid }: Selection, fewer: number): Expression {
  const [size = 0] = valid.shape;
  if (fewer >= size) throw new Unreadable('a slice that leaves nothing of what was chosen');
  return fewer === 0 ? valid : graph.plain('slice', [valid], along(valid, 0, fewer, size));
}

function along({ shape }: Expression, axis: number, start: number, stop: number): Record<'starts' | 'stops' | 'steps', number[]> {
  return {
    starts: shape.map((_, at) => (at === axis ? start : 0)),
    stops: shape.map((size, at) => (at === axis ? stop : size)),
    steps: shape.map(() => 1),
  };
}

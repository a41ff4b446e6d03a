import { type Expression, inOrder } from '../ir/expression';
import { rememberEach } from '../ops/shared/remember';
import type { Slot, Tape } from './tape';

/** The tape that computes these expressions; each shared node is computed once. */
export function compile(roots: readonly Expression[]): Tape {
  const order = inOrder(...roots);
  const slotOf = new Map(order.map((node, slot) => [node, slot]));
  const slotsOf = (nodes: readonly Expression[]): number[] => nodes.map((node) => slotOf.get(node) ?? -1);
  const slots = order.map((node): Slot => {
    const { id, op, args, attributes, shape, kind } = node;
    return { id, op, args: slotsOf(args), attributes, shape, kind };
  });
  return { slots, roots: slotsOf(roots), inputs: inputsOf(slots) };
}

/** The tape of one expression, made once. */
export const tapeOf = rememberEach((root: Expression) => compile([root]));

function inputsOf(slots: readonly Slot[]): Record<string, number> {
  const inputs: Record<string, number> = {};
  slots.forEach(({ op, attributes }, slot) => {
    if (op === 'parameter') inputs[String(attributes['name'])] = slot;
    if (op === 'random') inputs[`${String(attributes['distribution'])}#${String(attributes['serial'])}`] = slot;
  });
  return inputs;
}

import type { Machine, Values } from '../../src/engine/tape/machine';
import type { Drawing } from '../../src/protocol/drawing';
import { activeSlots } from './active';

/**
 * The first operation, on the way back to the variables, that gets a finite gradient and itself hands on one that is not; null where
 * none does. An operand's gradient is a sum: only its bad summand is to blame, not every operation that shares the operand.
 */
export function breakBack(drawing: Drawing, machine: Machine, gradients: Values): number | null {
  const active = activeSlots(drawing);
  const blamed = drawing.tape.slots.findLastIndex(({ args }, slot) => {
    const gradient = gradients[slot];
    if (!gradient || isBad(gradient) || !args.some((arg) => active[arg] && isBad(gradients[arg] ?? null))) return false;
    const parts = machine.handedBack(slot, gradient);
    return args.some((arg, i) => active[arg] && isBad(parts[i] ?? null));
  });
  return blamed >= 0 ? blamed : null;
}

function isBad(values: Float64Array | null): boolean {
  return values?.some((x) => !Number.isFinite(x)) ?? false;
}

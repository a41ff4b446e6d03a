import type { Values } from '../../src/engine/tape/machine';
import type { Drawing } from '../../src/protocol/drawing';

/**
 * For each operation the slots from a variable to it, where it depends on one; of several ways that by which most of the result
 * comes: the terms that are 0 tell nothing of a loss.
 */
export function lineages({ tape }: Drawing, active: readonly boolean[], values: Values, gradients: Values): readonly (readonly number[])[] {
  const ways: (readonly number[])[] = [];
  tape.slots.forEach(({ args }, slot) => {
    const [first, ...others] = args.filter((arg) => active[arg]);
    const weightOf = (arg: number): number => weight(values[arg] ?? null, gradients[arg] ?? null);
    const lead = first === undefined ? null : others.reduce((best, arg) => (weightOf(arg) > weightOf(best) ? arg : best), first);
    ways.push(lead === null ? (active[slot] ? [slot] : []) : [...(ways[lead] ?? []), slot]);
  });
  return ways;
}

/** How much of the result depends on a value: first what is not finite, of that the value that is none or 0. */
function weight(value: Float64Array | null, gradient: Float64Array | null): number {
  if (!value || !gradient) return -1;
  const shares = gradient.map((slope, i) => Math.abs(slope * (value[i] ?? NaN)));
  if (shares.every(Number.isFinite)) return Math.max(0, ...shares);
  return value.some((x) => x === 0 || !Number.isFinite(x)) ? Infinity : Number.MAX_VALUE;
}

import type { Drawing } from '../../src/protocol/drawing';

/** By slot, whether it depends on an input that the verdicts speak about: only gradients on the way there matter to training. */
export function activeSlots({ tape, variables }: Drawing): boolean[] {
  const active: boolean[] = [];
  const seeds = new Set(variables.map((name) => tape.inputs[name]));
  tape.slots.forEach(({ args }, slot) => active.push(seeds.has(slot) || args.some((arg) => active[arg])));
  return active;
}

import type { FormatName } from '../numerics/format';
import type { Slot, Tape } from './tape';

/**
 * The format that each slot computes in, when float inputs have the format `working`: casts set it, operands promote.
 * Python numbers, integers and truth values are doubles, except that comparisons compute in the format of what they compare.
 */
export function slotFormats(tape: Tape, working: FormatName): FormatName[] {
  const formats: FormatName[] = [];
  tape.slots.forEach((slot, i) => {
    formats[i] = formatOfSlot(slot, tape, formats, working);
  });
  return formats;
}

function formatOfSlot(slot: Slot, tape: Tape, formats: readonly FormatName[], working: FormatName): FormatName {
  const wanted = slot.attributes['format'];
  if (slot.op === 'cast' && isFormat(wanted)) return wanted;
  const operands = slot.args.filter((arg) => tape.slots[arg]?.kind === 'float').map((arg) => formats[arg] ?? working);
  if (operands.length > 0) return operands.reduce(promoteFormats);
  return slot.kind === 'float' ? working : 'float64';
}

function isFormat(value: unknown): value is FormatName {
  return value === 'float16' || value === 'bfloat16' || value === 'float32' || value === 'float64';
}

const WIDTH: Readonly<Record<FormatName, number>> = { float16: 1, bfloat16: 1, float32: 2, float64: 3 };

function promoteFormats(a: FormatName, b: FormatName): FormatName {
  if (a === b) return a;
  if (WIDTH[a] === WIDTH[b]) return 'float32';
  return WIDTH[a] > WIDTH[b] ? a : b;
}

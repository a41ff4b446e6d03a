import type { FormatName } from '../../src/engine/numerics/format';
import type { Range } from '../../src/engine/text/line-index';
import type { Values } from '../../src/engine/tape/machine';
import type { Tape } from '../../src/engine/tape/tape';
import type { Drawing } from '../../src/protocol/drawing';
import type { Curve } from './curve';
import type { Probe } from './probe';

/** A stretch of the axis where the loss or its gradient has no finite value, and the operation that first goes wrong there. */
export interface Gap {
  readonly format: FormatName;
  readonly of: 'value' | 'slope';
  readonly low: number;
  readonly high: number;
  readonly op: string;
  readonly what: number;
  readonly place: Range | null;
}

/** The gaps of a curve from left to right, each with its reason; where the value is gone the gradient needs no telling. */
export function gapsOf(drawing: Drawing, probe: Probe, xs: readonly number[], { format, values, slopes }: Curve): Gap[] {
  const lost = (i: number): Gap['of'] | null => (values[i] === null ? 'value' : slopes[i] === null ? 'slope' : null);
  const gaps: Gap[] = [];
  for (let i = 0; i < xs.length; i++) {
    const of = lost(i);
    if (!of) continue;
    const from = i;
    while (i + 1 < xs.length && lost(i + 1) === of) i++;
    const [low, high] = [xs[from] ?? NaN, xs[i] ?? NaN];
    gaps.push({ format, of, low, high, ...reason(drawing, probe, (low + high) / 2, of) });
  }
  return gaps;
}

function reason({ tape, places }: Drawing, probe: Probe, x: number, of: Gap['of']): Pick<Gap, 'op' | 'what' | 'place'> {
  const values = probe.run(x);
  const reading = probe.read(x);
  const slot = of === 'value' ? firstBad(tape, values) : firstBadSlope(tape, probe.slopes());
  const { op, args } = tape.slots[slot] ?? { op: '', args: [] };
  const at = indexOfBad(of === 'value' ? (values[slot] ?? null) : null);
  const shown = args.map((arg) => operandText(values[arg] ?? null, at));
  return { op: `${op}(${shown.join(', ')})`, what: reading[of], place: places[slot] ?? null };
}

/** The first operation whose result is not finite although its operands are. */
function firstBad({ slots }: Tape, values: Values): number {
  const bad = (slot: number): boolean => isBad(values[slot] ?? null);
  const first = slots.findIndex(({ args, op }, slot) => op !== 'constant' && bad(slot) && !args.some(bad));
  return first >= 0 ? first : slots.length - 1;
}

/** The last operation whose own gradient is finite although it hands a bad one to an operand. */
function firstBadSlope({ slots }: Tape, gradients: Values): number {
  const bad = (slot: number): boolean => isBad(gradients[slot] ?? null);
  for (let slot = slots.length - 1; slot >= 0; slot--) {
    if (gradients[slot] && !bad(slot) && slots[slot]?.args.some(bad)) return slot;
  }
  return slots.length - 1;
}

function isBad(values: Float64Array | null): boolean {
  return values?.some((x) => !Number.isFinite(x)) ?? false;
}

function indexOfBad(values: Float64Array | null): number {
  return Math.max(0, values?.findIndex((x) => !Number.isFinite(x)) ?? 0);
}

function operandText(values: Float64Array | null, index: number): string {
  const shown = values?.[index % values.length];
  return shown === undefined ? '…' : String(Number(shown.toPrecision(3)));
}

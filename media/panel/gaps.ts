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

function reason(drawing: Drawing, probe: Probe, x: number, of: Gap['of']): Pick<Gap, 'op' | 'what' | 'place'> {
  const { tape, places } = drawing;
  const { [of]: what } = probe.read(x);
  const values = probe.run(x);
  const gradients = probe.slopes();
  const slot = of === 'value' ? firstBad(tape, values) : (probe.breakBack(drawing, gradients) ?? tape.slots.length - 1);
  const { op, args } = tape.slots[slot] ?? { op: '', args: [] };
  const bad = of === 'value' ? values[slot] : args.map((arg) => gradients[arg]).find((gradient) => isBad(gradient ?? null));
  const at = indexOfBad(bad ?? null);
  return { op: `${op}(${args.map((arg) => operandText(values[arg] ?? null, at)).join(', ')})`, what, place: places[slot] ?? null };
}

/** The first operation whose result is not finite although its operands are. */
function firstBad({ slots }: Tape, values: Values): number {
  const bad = (slot: number): boolean => isBad(values[slot] ?? null);
  const first = slots.findIndex(({ args, op }, slot) => op !== 'constant' && bad(slot) && !args.some(bad));
  return first >= 0 ? first : slots.length - 1;
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

/** Names of the floating-point formats that losses are computed in. */
export type FormatName = 'float16' | 'bfloat16' | 'float32' | 'float64';

/** A binary floating-point format: its limits, and rounding a double into it. */
export interface Format {
  readonly name: FormatName;
  /** Nearest value of the format, ties to even; overflow gives an infinity, the sign of zero is kept. */
  readonly round: (x: number) => number;
  /** Largest finite value. */
  readonly largest: number;
  readonly smallestNormal: number;
  /** Smallest positive value, which is `smallestNormal` where subnormals are flushed. */
  readonly smallestSubnormal: number;
  /** Distance from 1 to the next larger value. */
  readonly epsilon: number;
  /** Whether results below `smallestNormal` become 0. */
  readonly flushes: boolean;
}

interface Layout {
  /** Significant bits, the hidden one included. */
  readonly precision: number;
  /** Exponent of the smallest normal value. */
  readonly lowestExponent: number;
  readonly largest: number;
}

const LAYOUTS: Readonly<Record<FormatName, Layout>> = {
  float16: { precision: 11, lowestExponent: -14, largest: 65504 },
  bfloat16: { precision: 8, lowestExponent: -126, largest: (2 - 2 ** -7) * 2 ** 127 },
  float32: { precision: 24, lowestExponent: -126, largest: (2 - 2 ** -23) * 2 ** 127 },
  float64: { precision: 53, lowestExponent: -1022, largest: Number.MAX_VALUE },
};

/** The format of a name; `flushesSubnormals` as JAX and TensorFlow do on the CPU. */
export function formatOf(name: FormatName, flushesSubnormals = false): Format {
  return (flushesSubnormals ? FLUSHING : PLAIN)[name];
}

function formatsThat(flushesSubnormals: boolean): Readonly<Record<FormatName, Format>> {
  const made = (name: FormatName): Format => layOut(name, flushesSubnormals);
  return { float16: made('float16'), bfloat16: made('bfloat16'), float32: made('float32'), float64: made('float64') };
}

function layOut(name: FormatName, flushesSubnormals: boolean): Format {
  const layout = LAYOUTS[name];
  const smallestNormal = 2 ** layout.lowestExponent;
  const nearest = NEAREST[name];
  return {
    name,
    round: flushesSubnormals ? (x) => flush(nearest(x), smallestNormal) : nearest,
    largest: layout.largest,
    smallestNormal,
    smallestSubnormal: flushesSubnormals ? smallestNormal : smallestNormal * 2 ** (1 - layout.precision),
    epsilon: 2 ** (1 - layout.precision),
    flushes: flushesSubnormals,
  };
}

function flush(x: number, smallestNormal: number): number {
  return Math.abs(x) < smallestNormal ? 0 * x : x;
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Adding and taking away 1.5 · 2⁵² quanta rounds to a multiple of the quantum, ties to even; the quantum goes by the exponent. */
function narrowRounding({ precision, lowestExponent, largest }: Layout): (x: number) => number {
  const shifts = Float64Array.from(
    { length: 2047 },
    (_, biased) => 1.5 * 2 ** 52 * 2 ** (Math.max(biased - 1023, lowestExponent) - precision + 1),
  );
  return (x) => {
    bits[0] = x;
    const size = Math.abs(x);
    if (x === 0 || !(size < Infinity)) return x;
    if (size >= 2 * largest) return x < 0 ? -Infinity : Infinity;
    const shift = shifts[((words[HIGH_WORD] as number) >>> 20) & 0x7ff] as number;
    const rounded = x + shift - shift;
    if (rounded === 0) return x < 0 ? -0 : 0;
    return Math.abs(rounded) > largest ? (x < 0 ? -Infinity : Infinity) : rounded;
  };
}

const NEAREST: Readonly<Record<FormatName, (x: number) => number>> = {
  float16: narrowRounding(LAYOUTS.float16),
  bfloat16: narrowRounding(LAYOUTS.bfloat16),
  float32: Math.fround,
  float64: (x) => x,
};
const PLAIN = formatsThat(false);
const FLUSHING = formatsThat(true);

/** Whether a text is the name of a format. */
export function isFormatName(text: string): text is FormatName {
  return Object.hasOwn(LAYOUTS, text);
}

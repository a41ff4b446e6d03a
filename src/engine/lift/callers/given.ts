/** What is known of the elements of a value that the code hands on. */
export interface Given {
  readonly low: number;
  readonly high: number;
  /** Whether each row has a norm of at most 1. */
  readonly unit: boolean;
  /** Whether each row holds a 1, as the mask of a sequence that is not empty does. */
  readonly filled: boolean;
}

/** Values of which only bounds are known. */
export function between(low: number, high: number): Given {
  return { low, high, unit: false, filled: false };
}

/** Rows of which none is longer than 1. */
export const UNIT_ROWS: Given = { low: -1, high: 1, unit: true, filled: false };

/** A mask of which each row holds a 1. */
export const FILLED_MASK: Given = { low: 0, high: 1, unit: false, filled: true };

/** What holds of values that are the ones or the others; null where of one nothing is known, after which no other is asked for. */
export function joined<T>(all: readonly T[], given: (one: T) => Given | null): Given | null {
  let known: Given | null = null;
  for (const one of all) {
    const next = given(one);
    if (!next) return null;
    known = known ? joinedPair(known, next) : next;
  }
  return known;
}

function joinedPair(a: Given, b: Given): Given {
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    unit: a.unit && b.unit,
    filled: a.filled && b.filled,
  };
}

/** The values of a growing function. */
export function mapped(x: Given, f: (value: number) => number): Given {
  return between(f(x.low), f(x.high));
}

/** The value of an arithmetic operator; null where the operator or its value is not bounded. */
export function combined(operator: string, a: Given, b: Given): Given | null {
  switch (operator) {
    case '+':
      return between(a.low + b.low, a.high + b.high);
    case '-':
      return between(a.low - b.high, a.high - b.low);
    case '*':
      return product(a, b);
    case '/':
      return b.low > 0 ? product(a, between(1 / b.high, 1 / b.low)) : null;
    case '**':
      return power(a, b);
    case '@':
      return a.unit && b.unit ? between(-1, 1) : null;
    default:
      return null;
  }
}

function product(a: Given, b: Given): Given {
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => (x === 0 || y === 0 ? 0 : x * y)));
  return between(Math.min(...ends), Math.max(...ends));
}

/** A power of what is not negative; an even power of anything. */
function power(a: Given, b: Given): Given | null {
  if (b.low !== b.high || b.low < 0) return null;
  if (a.low >= 0) return between(a.low ** b.low, a.high ** b.low);
  return b.low % 2 === 0 ? between(0, Math.max(a.low ** b.low, a.high ** b.low)) : null;
}

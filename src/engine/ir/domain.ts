/** The values a parameter's elements may take. `simplex`: each row ≥ 0 and sums to 1 along the last axis. */
export type Domain =
  | {
      readonly kind: 'interval';
      readonly low: number;
      readonly high: number;
      readonly lowOpen: boolean;
      readonly highOpen: boolean;
      readonly integer: boolean;
    }
  | { readonly kind: 'set'; readonly values: readonly number[] }
  | { readonly kind: 'simplex' };

/** The whole real line. */
export const REALS: Domain = interval(-Infinity, Infinity, true, true);

/** An interval; ends are closed unless said to be open. Infinite ends are open unless declared closed. */
export function interval(low: number, high: number, lowOpen = false, highOpen = false, integer = false): Domain {
  return { kind: 'interval', low, high, lowOpen, highOpen, integer };
}

/** A domain as the contract prints it: `(0, 1)`, `{0, 1}`, `R`, `Z`, `simplex`. */
export function printDomain(domain: Domain): string {
  if (domain.kind === 'simplex') return 'simplex';
  if (domain.kind === 'set') return `{${domain.values.map(printNumber).join(', ')}}`;
  const { low, high, lowOpen, highOpen, integer } = domain;
  if (low === -Infinity && high === Infinity && lowOpen && highOpen) return integer ? 'Z' : 'R';
  const text = `${lowOpen ? '(' : '['}${printNumber(low)}, ${printNumber(high)}${highOpen ? ')' : ']'}`;
  return integer ? `Z ∩ ${text}` : text;
}

/** Whether a finite number belongs to the domain (for `simplex`: to the unit interval). */
export function admits(domain: Domain, x: number): boolean {
  if (domain.kind === 'simplex') return x >= 0 && x <= 1;
  if (domain.kind === 'set') return domain.values.includes(x);
  if (domain.integer && Number.isFinite(x) && !Number.isInteger(x)) return false;
  const above = domain.lowOpen ? x > domain.low : x >= domain.low;
  const below = domain.highOpen ? x < domain.high : x <= domain.high;
  return above && below;
}

/** Smallest closed-or-open interval that holds the domain. */
export function hullOf(domain: Domain): { low: number; high: number; lowOpen: boolean; highOpen: boolean } {
  if (domain.kind === 'simplex') return { low: 0, high: 1, lowOpen: false, highOpen: false };
  if (domain.kind === 'set') return { low: Math.min(...domain.values), high: Math.max(...domain.values), lowOpen: false, highOpen: false };
  return domain;
}

function printNumber(x: number): string {
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  return String(x);
}

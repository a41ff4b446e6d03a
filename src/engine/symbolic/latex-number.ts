import * as rationals from '../numerics/rational';
import { decimal } from './parts';

/** Numerator and denominator of a positive number as LaTeX; a denominator of '' means that there is none. */
export function latexNumber(above: bigint, below: bigint): { readonly above: string; readonly below: string } {
  const text = below === 1n ? String(Number(above)) : decimal({ numerator: above, denominator: below });
  if (text === null) return { above: String(above), below: String(below) };
  return { above: nearOne(above, below) ?? scientific(text), below: '' };
}

/** 0.9999999 is written as 1 - 10^{-7}. */
function nearOne(above: bigint, below: bigint): string | null {
  const gap = rationals.subtract(rationals.ONE, { numerator: above, denominator: below });
  const isTiny = rationals.sign(gap) > 0 && rationals.toNumber(gap) < 1e-3;
  const text = isTiny ? decimal(gap) : null;
  return text === null ? null : `1 - ${scientific(text)}`;
}

function scientific(text: string): string {
  const small = /^0\.(0{3,})(\d+)$/.exec(text);
  if (small) return scientific(Number(text).toExponential());
  const match = /^(\d(?:\.\d+)?)e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const magnitude = `10^{${Number(match[2])}}`;
  return match[1] === '1' ? magnitude : `${match[1] ?? ''} \\times ${magnitude}`;
}

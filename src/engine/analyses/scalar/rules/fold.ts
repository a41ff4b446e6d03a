import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { isNumber, partsOf } from '../term';
import { gather, type Gathered } from './gather';

/** A part with a kink where `line` is 0: `weight · term = weight · (slope · max(0, line) + rest)`. */
interface Fold {
  readonly part: Weighted;
  readonly line: Term;
  readonly slope: Q.Rational;
  readonly rest: Term;
}

/**
 * Parts of a sum whose kinks lie at the same place are brought to `max(0, line)`, so that kinks that cancel disappear:
 * relu(x) - relu(-x) = x, max(z, 0) + softplus(-|z|) = softplus(z), max(a, b) + min(a, b) = a + b.
 */
export function foldRule(algebra: Algebra, { constant, parts }: Gathered): Gathered | null {
  const folds = parts.map((part) => foldOf(algebra, part)).filter((fold) => fold !== null);
  const group = folds.map((fold) => folds.filter((other) => other.line === fold.line)).find((g) => g.length > 1);
  if (!group) return null;
  const line = (group[0] as Fold).line;
  const slope = group.reduce((total, fold) => Q.add(total, Q.multiply(fold.part.weight, fold.slope)), Q.ZERO);
  const others = parts.filter((part) => !group.some((fold) => fold.part === part));
  const rests = group.map((fold) => ({ weight: fold.part.weight, term: fold.rest }));
  const joined = gather(constant, [...others, ...rests]);
  const next = { constant: joined.constant, parts: [...joined.parts, ...kinkParts(algebra, line, slope, joined.parts)] };
  return foldRule(algebra, next) ?? next;
}

/** `slope · max(0, line)`, as |line| or max(0, -line) where the sum has just the linear part that this needs. */
function kinkParts(algebra: Algebra, line: Term, slope: Q.Rational, others: readonly Weighted[]): readonly Weighted[] {
  if (slope.numerator === 0n) return [];
  const shares = partsOf(line).parts.map(({ weight, term }) => Q.divide(others.find((p) => p.term === term)?.weight ?? Q.ZERO, weight));
  const [share] = shares as [Q.Rational];
  const uniform = shares.every((s) => Q.equals(s, share));
  if (uniform && Q.equals(share, Q.negative(slope))) {
    return [
      { weight: slope, term: line },
      { weight: slope, term: algebra.apply('max', algebra.number(0), algebra.negative(line)) },
    ];
  }
  if (uniform && Q.equals(Q.multiply(share, Q.rational(-2)), slope)) {
    const half = Q.multiply(slope, Q.rational(1, 2));
    return [
      { weight: half, term: line },
      { weight: half, term: algebra.apply('abs', line) },
    ];
  }
  return [{ weight: slope, term: algebra.apply('max', algebra.number(0), line) }];
}

function foldOf(algebra: Algebra, part: Weighted): Fold | null {
  const { term } = part;
  const argument = term.args[0] as Term;
  if (term.op === 'abs') return absFold(algebra, part, argument);
  if (term.op === 'max' && term.args.length === 2) return maxFold(algebra, part, argument, term.args[1] as Term);
  if (term.op === 'softplus') return softplusFold(algebra, part, argument);
  return null;
}

/** |s·line| = |s| (2 max(0, line) - line). */
function absFold(algebra: Algebra, part: Weighted, argument: Term): Fold {
  const { line, scale } = normalised(algebra, argument);
  const size = Q.abs(scale);
  return { part, line, slope: Q.multiply(size, Q.rational(2)), rest: algebra.scale(Q.negative(size), line) };
}

/** max(a, b) = b + max(0, a - b). */
function maxFold(algebra: Algebra, part: Weighted, a: Term, b: Term): Fold | null {
  const difference = algebra.subtract(a, b);
  if (isNumber(difference)) return null;
  const { line, scale } = normalised(algebra, difference);
  return { part, line, slope: Q.abs(scale), rest: scale.numerator > 0n ? b : a };
}

/** softplus(-|u|) = softplus(u) - max(0, u). */
function softplusFold(algebra: Algebra, part: Weighted, argument: Term): Fold | null {
  const { constant, parts } = partsOf(argument);
  const [only] = parts;
  if (!only || parts.length > 1 || constant.numerator !== 0n || only.term.op !== 'abs' || only.weight.numerator >= 0n) return null;
  const inner = algebra.scale(Q.negative(only.weight), only.term.args[0] as Term);
  const { line, scale } = normalised(algebra, inner);
  const upright = algebra.scale(Q.abs(scale), line);
  return { part, line, slope: Q.negative(Q.abs(scale)), rest: algebra.apply('softplus', upright) };
}

/** A term as `scale · line` with first weight 1. */
function normalised(algebra: Algebra, term: Term): { readonly line: Term; readonly scale: Q.Rational } {
  const scale = partsOf(term).parts[0]?.weight ?? Q.ONE;
  return { line: algebra.scale(Q.divide(Q.ONE, scale), term), scale };
}

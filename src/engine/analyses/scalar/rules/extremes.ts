import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { factorsOf, isNumber, partsOf } from '../term';

/** |u|: factors of known sign come out, the first weight of a sum is made positive. */
export function absOf(algebra: Algebra, u: Term): Term {
  if (isNumber(u)) return algebra.number(Q.abs(u.constant));
  const range = algebra.range(u);
  if (I.isNonNegative(range)) return u;
  if (I.isNonPositive(range)) return algebra.negative(u);
  if (u.op === 'abs') return u;
  const { constant, parts } = partsOf(u);
  if (parts.length === 1 && constant.numerator === 0n) return absOfProduct(algebra, parts[0] as Weighted);
  const scale = (parts[0] as Weighted).weight;
  const inner = algebra.scale(Q.divide(Q.ONE, scale), u);
  return algebra.scale(Q.abs(scale), algebra.intern({ op: 'abs', args: [inner] }));
}

function absOfProduct(algebra: Algebra, { weight, term }: Weighted): Term {
  const size = term.op === 'product' ? absOfFactors(algebra, term) : algebra.intern({ op: 'abs', args: [term] });
  return algebra.scale(Q.abs(weight), size);
}

function absOfFactors(algebra: Algebra, term: Term): Term {
  return algebra.product(factorsOf(term).map((factor) => ({ weight: factor.weight, term: sizeOfFactor(algebra, factor) })));
}

function sizeOfFactor(algebra: Algebra, { weight, term }: Weighted): Term {
  const even = Q.isInteger(weight) && weight.numerator % 2n === 0n;
  return even || !Q.isInteger(weight) ? term : algebra.apply('abs', term);
}

/** The largest of the operands: flattened, dominated operands dropped, max(u, -u) = |u|, common parts taken out. */
export function maxOf(algebra: Algebra, operands: readonly Term[]): Term {
  const raised = operands.filter((u) => u.op !== 'variable' || u.name !== '-inf');
  const flat = [...new Set((raised.length > 0 ? raised : operands).flatMap((u) => (u.op === 'max' ? u.args : [u])))];
  const left = flat.filter((u, i) => !flat.some((other, j) => i !== j && isDominated(algebra, u, other, j < i)));
  // Where the domain is empty, or operands are equal without being seen to be, each is dominated by another.
  if (left.length < 2) return (left[0] ?? flat[0]) as Term;
  const common = commonPart(algebra, left);
  if (!isNumber(common, 0))
    return algebra.add(
      common,
      maxOf(
        algebra,
        left.map((u) => algebra.subtract(u, common)),
      ),
    );
  const [a, b] = left as [Term, Term];
  if (left.length === 2 && isNumber(algebra.add(a, b), 0)) return absOf(algebra, a);
  if (left.length === 2 && (isNumber(a, 0) || isNumber(b, 0))) return positivePart(algebra, isNumber(a, 0) ? b : a);
  return algebra.intern({ op: 'max', args: [...left].sort((x, y) => x.id - y.id) });
}

/** max(0, u) with the size of the first weight taken out. */
function positivePart(algebra: Algebra, u: Term): Term {
  const scale = Q.abs(partsOf(u).parts[0]?.weight ?? Q.ONE);
  const inner = algebra.scale(Q.divide(Q.ONE, scale), u);
  const args = [algebra.number(0), inner].sort((x, y) => x.id - y.id);
  return algebra.scale(scale, algebra.intern({ op: 'max', args }));
}

/** Whether `u ≤ other` on the whole domain (and the other is not itself dropped for being equal). */
function isDominated(algebra: Algebra, u: Term, other: Term, otherFirst: boolean): boolean {
  const gap = algebra.range(algebra.subtract(other, u));
  return I.isPositive(gap) || (I.isNonNegative(gap) && (otherFirst || gap.hi > 0));
}

/** Parts that occur in every operand with the same weight and can be taken away, unlike 1/0, if that leaves one operand a number. */
function commonPart(algebra: Algebra, operands: readonly Term[]): Term {
  const [first, ...rest] = operands.map(partsOf);
  if (!first) return algebra.number(0);
  const shared = first.parts.filter(
    (part) =>
      rest.every(({ parts }) => parts.some((p) => p.term === part.term && Q.equals(p.weight, part.weight))) &&
      isNumber(algebra.subtract(part.term, part.term), 0),
  );
  return shared.length === 0 ? algebra.number(0) : algebra.sum(Q.ZERO, shared);
}

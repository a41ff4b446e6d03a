import * as Q from '../../numerics/rational';
import { guardsOfBranch, singularGuards } from '../pieces/guards';
import { printTerm } from '../scalar/print';
import { rebuild } from '../scalar/rebuild';
import { NON_SMOOTH } from '../scalar/smoothness';
import { compile, inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { dependsOn, isNumber, partsOf } from '../scalar/term';

const NEAR = 1e-7;

/** Of a term with more nodes nobody would read a guard. */
const LARGEST = 600;

/** The shortest guard that vanishes at a point, solved for a studied variable where it is affine in one; null when none does, or of a large term. */
export function vanishingGuard(
  algebra: Algebra,
  term: Term,
  studied: readonly string[],
  point: ReadonlyMap<string, number>,
): string | null {
  if (inOrder(term).length > LARGEST) return null;
  const names = [...point.keys()];
  const at = [...point.values()];
  const size = Math.max(...at.map(Math.abs));
  const valueOf = (node: Term): number => compile(node, names)(at);
  const vanishing = guardTerms(algebra, term, studied).filter((guard) => Math.abs(valueOf(guard)) <= NEAR * Math.min(1, size || 1));
  const texts = vanishing
    .map((guard) => resolved(algebra, guard, valueOf))
    .filter((guard) => dependsOn(guard, studied))
    .map((guard) => solved(algebra, guard, studied.find((name) => guard.free.has(name)) ?? ''));
  return texts.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** A guard with the branches that are taken where it vanishes. */
function resolved(algebra: Algebra, guard: Term, valueOf: (term: Term) => number): Term {
  return rebuild(algebra, guard, (node) => {
    const [argument] = node.args;
    if (!argument) return null;
    if (node.op === 'abs') return valueOf(argument) < 0 ? algebra.negative(argument) : argument;
    return node.op === 'max' ? node.args.reduce((best, a) => (valueOf(a) > valueOf(best) ? a : best)) : null;
  });
}

function guardTerms(algebra: Algebra, term: Term, studied: readonly string[]): readonly Term[] {
  const branches = inOrder(term).filter((node) => NON_SMOOTH.has(node.op) && dependsOn(node, studied));
  const singular = studied.length === 1 ? singularGuards(algebra, term, studied[0] as string) : [];
  const guards = [...branches.flatMap((node) => guardsOfBranch(algebra, node)), ...singular];
  return guards.filter(({ levels, term: guard }) => levels === 'zero' && dependsOn(guard, studied)).map(({ term: guard }) => guard);
}

function solved(algebra: Algebra, guard: Term, variable: string): string {
  const { constant, parts } = partsOf(guard);
  const own = parts.filter(({ term }) => term.free.has(variable));
  const [first] = own;
  if (!first || own.length > 1 || first.term.op !== 'variable') return `${withoutSign(algebra, guard)} = 0`;
  const rest = algebra.sum(
    constant,
    parts.filter((one) => one !== first),
  );
  const value = algebra.scale(Q.divide(Q.rational(-1), first.weight), rest);
  return `${variable} = ${isNumber(value) ? short(Q.toNumber(value.constant)) : printTerm(value)}`;
}

/** A term or its negative: whichever begins without a sign, so that one place has one name. */
function withoutSign(algebra: Algebra, term: Term): string {
  const text = printTerm(term);
  return text.startsWith('-') ? printTerm(algebra.negative(term)) : text;
}

/** A number without the digits that rounding leaves. */
export function short(x: number): string {
  return String(Number(x.toPrecision(15)));
}

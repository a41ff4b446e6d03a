import * as Q from '../../numerics/rational';
import type { Term, Weighted } from './term';
import { isNumber, weighted } from './term';

/** A term in mathjs syntax, on one line; dots for one that nobody would read. */
export function printTerm(term: Term): string {
  return treeSize(term, new Map()) <= LONGEST ? written(term, 0) : '…';
}

/** Terms that are written out have at most so many parts: what is shared is counted, and would be written, every time. */
const LONGEST = 2000;

function treeSize(term: Term, known: Map<Term, number>): number {
  const size = known.get(term) ?? term.args.reduce((sum, argument) => sum + treeSize(argument, known), 1);
  known.set(term, size);
  return size;
}

/** `level`: 0 a sum may stand here, 1 a product, 2 a power's base. */
function written(term: Term, level: 0 | 1 | 2): string {
  switch (term.op) {
    case 'number':
      return bracketed(
        Q.print(term.constant),
        level > 0 && (term.constant.numerator < 0n || (level > 1 && term.constant.denominator !== 1n)),
      );
    case 'variable':
    case 'pi':
      return term.name;
    case 'sum':
      return bracketed(writtenSum(term), level > 0);
    case 'product':
      return bracketed(weighted(term).map(writtenFactor).join(' * '), level > 1);
    case 'where':
      return `where(${written(term.args[0] as Term, 0)} ${term.name === '=' ? '==' : term.name} 0, ${written(term.args[1] as Term, 0)}, ${written(term.args[2] as Term, 0)})`;
    case 'oddroot':
      return `nthRoot(${written(term.args[0] as Term, 0)}, ${Q.print(term.constant)})`;
    default:
      return `${term.op}(${term.args.map((a) => written(a, 0)).join(', ')})`;
  }
}

function bracketed(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function writtenSum(term: Term): string {
  const parts = weighted(term).map(writtenPart);
  const constant = isNumber(term) || term.constant.numerator === 0n ? [] : [decimal(term.constant)];
  return [...parts, ...constant].join(' + ').replaceAll('+ -', '- ');
}

function writtenPart({ weight, term }: Weighted): string {
  const body = written(term, 1);
  if (Q.equals(weight, Q.ONE)) return body;
  return Q.equals(weight, Q.rational(-1)) ? `-${body}` : `${decimal(weight)} * ${body}`;
}

function writtenFactor({ weight, term }: Weighted): string {
  if (weight.numerator === 1n && weight.denominator === 2n) return `sqrt(${written(term, 0)})`;
  const base = written(term, 2);
  return Q.equals(weight, Q.ONE)
    ? base
    : `${base}^${Q.isInteger(weight) && weight.numerator > 0n ? Q.print(weight) : `(${decimal(weight)})`}`;
}

/** A fraction as a decimal where that is exact and short. */
function decimal(value: Q.Rational): string {
  const text = String(Q.toNumber(value));
  return text.length <= 8 && Q.equals(Q.fromNumber(Number(text)), value) ? text : Q.print(value);
}

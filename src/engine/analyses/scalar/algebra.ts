import { ALL, type Interval } from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { rangeOf } from './range';
import { applyFunction, applyOddRoot, applyWhere } from './rules/functions';
import { powerOf, productOf } from './rules/product';
import { sumOf } from './rules/sum';
import { ResultTable, TermTable } from './term-table';
import type { Algebra, FunctionName, Parts, Relation, Term, Weighted } from './term';

const NONE: ReadonlySet<string> = new Set();

/** A hash-consing term algebra over variables with given domains. */
export class TermAlgebra implements Algebra {
  private readonly table = new TermTable();
  private readonly results = new ResultTable();
  private readonly ranges = new Map<Term, Interval>();

  constructor(readonly domains: ReadonlyMap<string, Interval>) {}

  /** How many distinct nodes were made: the measure of work that budgets count. */
  get size(): number {
    return this.table.size;
  }

  get pi(): Term {
    return this.intern({ op: 'pi', args: [], name: 'pi' });
  }

  number(value: Q.Rational | number): Term {
    return this.intern({ op: 'number', args: [], constant: typeof value === 'number' ? Q.fromNumber(value) : value });
  }

  variable(name: string): Term {
    return this.intern({ op: 'variable', args: [], name });
  }

  add(...terms: readonly Term[]): Term {
    return this.sum(
      Q.ZERO,
      terms.map((term) => ({ weight: Q.ONE, term })),
    );
  }

  subtract(a: Term, b: Term): Term {
    return this.sum(Q.ZERO, [
      { weight: Q.ONE, term: a },
      { weight: Q.rational(-1), term: b },
    ]);
  }

  negative(a: Term): Term {
    return this.scale(Q.rational(-1), a);
  }

  scale(factor: Q.Rational, term: Term): Term {
    return this.sum(Q.ZERO, [{ weight: factor, term }]);
  }

  sum(constant: Q.Rational, terms: readonly Weighted[]): Term {
    return this.results.find('sum', constant, terms, () => sumOf(this, constant, terms));
  }

  multiply(...terms: readonly Term[]): Term {
    return this.product(terms.map((term) => ({ weight: Q.ONE, term })));
  }

  divide(a: Term, b: Term): Term {
    return this.multiply(a, this.power(b, -1));
  }

  power(base: Term, exponent: Q.Rational | number): Term {
    const weight = typeof exponent === 'number' ? Q.fromNumber(exponent) : exponent;
    return this.results.find('power', Q.ONE, [{ weight, term: base }], () => powerOf(this, base, weight));
  }

  product(factors: readonly Weighted[]): Term {
    return this.results.find('product', Q.ONE, factors, () => productOf(this, factors));
  }

  apply(name: FunctionName, ...args: readonly Term[]): Term {
    return this.results.find(
      name,
      Q.ONE,
      args.map((term) => ({ weight: Q.ONE, term })),
      () => applyFunction(this, name, args),
    );
  }

  oddRoot(base: Term, order: number): Term {
    return applyOddRoot(this, base, order);
  }

  where(relation: Relation, guard: Term, then: Term, otherwise: Term): Term {
    return applyWhere(this, relation, guard, then, otherwise);
  }

  range(term: Term): Interval {
    const known = this.ranges.get(term);
    if (known) return known;
    const range = term.op === 'variable' ? (this.domains.get(term.name) ?? ALL) : rangeOf(term, (t) => this.range(t));
    this.ranges.set(term, range);
    return range;
  }

  intern({ op, args, weights = [], constant = Q.ZERO, name = '' }: Parts): Term {
    return this.table.find({ op, args, weights, constant, name }, (id) => {
      const free = op === 'variable' ? new Set([name]) : union(args);
      const size = args.reduce((total, a) => total + a.size, 1);
      return { id, op, args, weights, constant, name, free, size };
    });
  }
}

function union(args: readonly Term[]): ReadonlySet<string> {
  const open = args.filter((a) => a.free.size > 0);
  const [first] = open;
  if (!first) return NONE;
  if (open.every(({ free }) => free === first.free || isWithin(free, first.free))) return first.free;
  return new Set(open.flatMap((a) => [...a.free]));
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  if (inner.size > outer.size) return false;
  for (const name of inner) if (!outer.has(name)) return false;
  return true;
}

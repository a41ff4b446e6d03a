import * as Q from '../../numerics/rational';
import { outerSlope } from './outer-slope';
import type { Algebra, Term, Weighted } from './term';
import { weighted } from './term';

/** Derivatives by one variable, computed once per node. */
export class Derivatives {
  private readonly known = new Map<Term, Term>();

  constructor(
    private readonly algebra: Algebra,
    private readonly variable: string,
  ) {}

  /**
   * The derivative where the term is smooth. Branches, extremes and steps are differentiated piece by piece: kinks and
   * jumps are another question.
   */
  of(term: Term): Term {
    if (!term.free.has(this.variable)) return this.algebra.number(0);
    const known = this.known.get(term);
    if (known) return known;
    const derivative = this.compute(term);
    this.known.set(term, derivative);
    return derivative;
  }

  private compute(term: Term): Term {
    const { algebra } = this;
    switch (term.op) {
      case 'variable':
        return algebra.number(1);
      case 'sum':
        return algebra.sum(
          Q.ZERO,
          weighted(term).map(({ weight, term: t }) => ({ weight, term: this.of(t) })),
        );
      case 'product':
        return algebra.add(...weighted(term).map((factor, i) => this.ofFactor(term, factor, i)));
      case 'where':
        return algebra.where(term.name as '<', term.args[0] as Term, this.of(term.args[1] as Term), this.of(term.args[2] as Term));
      case 'max':
        return this.ofMax(term.args);
      case 'logsumexp':
        return algebra.add(...term.args.map((u) => algebra.multiply(algebra.apply('exp', algebra.subtract(u, term)), this.of(u))));
      default:
        return algebra.multiply(outerSlope(algebra, term), this.of(term.args[0] as Term));
    }
  }

  private ofFactor(product: Term, { weight, term }: Weighted, index: number): Term {
    if (!term.free.has(this.variable)) return this.algebra.number(0);
    const others = weighted(product).filter((_, i) => i !== index);
    const lowered = { weight: Q.subtract(weight, Q.ONE), term };
    const rest = this.algebra.product(lowered.weight.numerator === 0n ? others : [...others, lowered]);
    return this.algebra.scale(weight, this.algebra.multiply(rest, this.of(term)));
  }

  private ofMax(args: readonly Term[]): Term {
    const [first, ...rest] = args as [Term, ...Term[]];
    if (rest.length === 0) return this.of(first);
    const other = rest.length === 1 ? (rest[0] as Term) : this.algebra.apply('max', ...rest);
    return this.algebra.where('<', this.algebra.subtract(other, first), this.of(first), this.ofMax(rest));
  }
}

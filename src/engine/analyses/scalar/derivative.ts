import * as Q from '../../numerics/rational';
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
        return algebra.sum(Q.ZERO, weighted(term).map(({ weight, term: t }) => ({ weight, term: this.of(t) })));
      case 'product':
        return algebra.add(...weighted(term).map((factor, i) => this.ofFactor(term, factor, i)));
      case 'where':
        return algebra.where(term.name as '<', term.args[0] as Term, this.of(term.args[1] as Term), this.of(term.args[2] as Term));
      case 'max':
        return this.ofMax(term.args);
      case 'logsumexp':
        return algebra.add(...term.args.map((u) => algebra.multiply(algebra.apply('exp', algebra.subtract(u, term)), this.of(u))));
      case 'oddroot':
        return algebra.multiply(this.outer(term), this.of(term.args[0] as Term));
      default:
        return algebra.multiply(this.outer(term), this.of(term.args[0] as Term));
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

  /** f′(u) of a function of one argument. */
  private outer(term: Term): Term {
    const { algebra } = this;
    const u = term.args[0] as Term;
    const one = algebra.number(1);
    const half = Q.rational(-1, 2);
    switch (term.op) {
      case 'exp': return term;
      case 'log': return algebra.power(u, -1);
      case 'softplus': return algebra.apply('sigmoid', u);
      case 'sigmoid': return algebra.multiply(term, algebra.apply('sigmoid', algebra.negative(u)));
      case 'tanh': return algebra.subtract(one, algebra.power(term, 2));
      case 'sinh': return algebra.apply('cosh', u);
      case 'cosh': return algebra.apply('sinh', u);
      case 'sin': return algebra.apply('cos', u);
      case 'cos': return algebra.negative(algebra.apply('sin', u));
      case 'tan': return algebra.add(one, algebra.power(term, 2));
      case 'asin': return algebra.power(algebra.subtract(one, algebra.power(u, 2)), half);
      case 'acos': return algebra.negative(algebra.power(algebra.subtract(one, algebra.power(u, 2)), half));
      case 'atan': return algebra.power(algebra.add(one, algebra.power(u, 2)), -1);
      case 'asinh': return algebra.power(algebra.add(one, algebra.power(u, 2)), half);
      case 'erf': return this.gaussian(u, 2);
      case 'erfc': return this.gaussian(u, -2);
      case 'logerfc': return algebra.multiply(this.gaussian(u, -2), algebra.apply('exp', algebra.negative(term)));
      case 'lgamma': return algebra.apply('digamma', u);
      case 'digamma': return algebra.apply('trigamma', u);
      case 'abs': return algebra.where('<', u, algebra.number(-1), one);
      case 'oddroot': return this.rootSlope(term, u);
      default: return algebra.number(0);
    }
  }

  /** factor / √π · e^(-u²). */
  private gaussian(u: Term, factor: number): Term {
    const { algebra } = this;
    const scale = algebra.scale(Q.rational(factor), algebra.power(algebra.pi, Q.rational(-1, 2)));
    return algebra.multiply(scale, algebra.apply('exp', algebra.negative(algebra.power(u, 2))));
  }

  /** (1/n) |u|^(1/n - 1). */
  private rootSlope(term: Term, u: Term): Term {
    const exponent = Q.divide(Q.ONE, term.constant);
    return this.algebra.scale(exponent, this.algebra.power(this.algebra.apply('abs', u), Q.subtract(exponent, Q.ONE)));
  }
}

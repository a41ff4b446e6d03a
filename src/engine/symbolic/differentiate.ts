import { opNamed } from '../ops/registry';
import { MINUS_ONE, ONE, ZERO, add, apply, divide, isNumber, literal, multiply, power, subtract } from './algebra';
import { NoFormula } from './no-formula';
import { readFormula } from './mathjs';
import { namesOf } from './op-names';
import { isShifted } from './places';
import { along, reduce, same, substitute } from './reduction';
import type { Place, Term, TermOf } from './term';
import { count, number } from './term';

/** Derivatives larger than this are not built. */
const LARGEST = 3_000;

/** The element of a parameter that one differentiates by. */
export interface Variable {
  readonly name: string;
  readonly at: readonly Place[];
}

/** The partial derivative of a term by one element of a parameter. Throws {@link NoFormula}. */
export function differentiate(term: Term, variable: Variable): Term {
  return new Differentiation(variable).of(term);
}

class Differentiation {
  private readonly memo = new Map<Term, Term>();

  constructor(private readonly variable: Variable) {}

  of(term: Term): Term {
    const known = this.memo.get(term);
    if (known) return known;
    const result = this.build(term);
    if (result.size > LARGEST) throw new NoFormula('the derivative is too large');
    this.memo.set(term, result);
    return result;
  }

  private build(term: Term): Term {
    switch (term.kind) {
      case 'symbol':
        return this.symbol(term);
      case 'add':
        return add(...term.terms.map((t) => this.of(t)));
      case 'multiply':
        return this.product(term);
      case 'power':
        return this.power(term);
      case 'apply':
        return this.op(term);
      case 'reduce':
        return this.reduction(term);
      case 'along':
        return this.along(term);
      case 'whole':
        return this.whole(term);
      default:
        return ZERO;
    }
  }

  private symbol({ name, at }: TermOf<'symbol'>): Term {
    if (name !== this.variable.name) return ZERO;
    if (at.some(isShifted)) throw new NoFormula('the derivative of a shifted element');
    return multiply(...at.map((place, axis) => same(place, this.variable.at[axis] ?? 0)));
  }

  private product({ coefficient, factors }: TermOf<'multiply'>): Term {
    return add(
      ...factors.map((factor, i) => multiply(number(coefficient), ...factors.slice(0, i), this.of(factor), ...factors.slice(i + 1))),
    );
  }

  private power(term: TermOf<'power'>): Term {
    const { base, exponent } = term;
    const byBase = multiply(exponent, power(base, add(exponent, MINUS_ONE)), this.of(base));
    const inExponent = this.of(exponent);
    return isNumber(inExponent, 0) ? byBase : add(byBase, multiply(term, apply('log', [base]), inExponent));
  }

  private op({ op, args, attributes }: TermOf<'apply'>): Term {
    const [x = ZERO, y = ZERO, z = ZERO] = args;
    if (op === 'stop_gradient') return ZERO;
    if (op === 'where') return choice(x, this.of(y), this.of(z));
    if (op === 'maximum') return choice(apply('greater_equal', [x, y]), this.of(x), this.of(y));
    if (op === 'minimum') return choice(apply('less_equal', [x, y]), this.of(x), this.of(y));
    if (op === 'logsumexp' || op === 'softmax' || op === 'log_softmax') return this.several(op, args, Number(attributes.at) - 1);
    const definition = opNamed(op);
    const inner = args.map((arg) => this.of(arg));
    if (inner.every((d) => isNumber(d, 0))) return ZERO;
    if (!definition?.facts) throw new NoFormula(`${op} has no derivative here`);
    const names = namesOf(op, args, attributes);
    const outer = definition.facts.derivatives.map((formula) => (formula === null ? ZERO : readFormula(formula, names)));
    return add(...inner.map((d, i) => (isNumber(d, 0) ? ZERO : multiply(outer[i] ?? ZERO, d))));
  }

  /** Of logsumexp, and of one entry of softmax, of several numbers. */
  private several(op: string, args: readonly Term[], at: number): Term {
    const share = (i: number) => apply('softmax', args, { at: i + 1 });
    const average = add(...args.map((arg, i) => multiply(share(i), this.of(arg))));
    if (op === 'logsumexp') return average;
    const centred = subtract(this.of(args[at] ?? ZERO), average);
    return op === 'softmax' ? multiply(share(at), centred) : centred;
  }

  private reduction(term: TermOf<'reduce'>): Term {
    const { op, indices, body, attributes } = term;
    const inner = this.of(body);
    if (isNumber(inner, 0)) return ZERO;
    switch (op) {
      case 'sum':
      case 'mean':
        return reduce(op, indices, inner);
      case 'logsumexp':
        return reduce('sum', indices, multiply(softmaxOver(term), inner));
      case 'max':
      case 'min':
        return reduce('sum', indices, multiply(choice(apply('equal', [body, term]), ONE, ZERO), inner));
      case 'prod':
        return multiply(term, reduce('sum', indices, divide(inner, body)));
      case 'norm':
        if (attributes.ord === 2) return divide(reduce('sum', indices, multiply(body, inner)), term);
        if (attributes.ord === 1) return reduce('sum', indices, multiply(apply('sign', [body]), inner));
        throw new NoFormula('the derivative of this norm');
      case 'var':
        return multiply(literal(2), this.spread(term, inner));
      case 'std':
        return divide(this.spread(term, inner), term);
    }
  }

  /** Half the derivative of a variance. */
  private spread({ indices, body, attributes }: TermOf<'reduce'>, inner: Term): Term {
    const centred = subtract(body, reduce('mean', indices, body));
    const degrees = subtract(count(indices), literal(Number(attributes.correction ?? 0)));
    return divide(reduce('sum', indices, multiply(centred, inner)), degrees);
  }

  /** Nothing is known of the op's slope, so what it takes must not depend on the variable. */
  private whole({ op, operands }: TermOf<'whole'>): Term {
    if (operands.some(({ body }) => !isNumber(this.of(body), 0))) throw new NoFormula(`${op} has no derivative here`);
    return ZERO;
  }

  private along(term: TermOf<'along'>): Term {
    const { op, index, body, at } = term;
    const inner = this.of(body);
    if (isNumber(inner, 0)) return ZERO;
    const here = substitute(inner, new Map([[index.id, at]]));
    const average = reduce('sum', [index], multiply(along('softmax', index, body, index), inner));
    const centred = subtract(here, average);
    return op === 'softmax' ? multiply(term, centred) : centred;
  }
}

/** The share of each element in a logsumexp. */
function softmaxOver(term: TermOf<'reduce'>): Term {
  const [index, ...more] = term.indices;
  return index && more.length === 0 ? along('softmax', index, term.body, index) : apply('exp', [subtract(term.body, term)]);
}

/** `where(condition, x, y)`; deltas that both sides share come out of it, so that sums can use them. */
function choice(condition: Term, x: Term, y: Term): Term {
  if (isNumber(x, 0) && isNumber(y, 0)) return ZERO;
  if (isNumber(y, 0)) return multiply(x, indicator(condition, ONE, ZERO));
  if (isNumber(x, 0)) return multiply(y, indicator(condition, ZERO, ONE));
  const shared = deltasOf(x).filter((d) => deltasOf(y).some((other) => other.key === d.key));
  if (shared.length < deltasOf(x).length || shared.length < deltasOf(y).length || hidesDelta(x) || hidesDelta(y)) {
    return add(multiply(x, indicator(condition, ONE, ZERO)), multiply(y, indicator(condition, ZERO, ONE)));
  }
  const strip = (term: Term) => multiply(...shared.map((d) => power(d, MINUS_ONE)), term);
  return multiply(...shared, apply('where', [condition, strip(x), strip(y)]));
}

function indicator(condition: Term, yes: Term, no: Term): Term {
  return apply('where', [condition, yes, no]);
}

function deltasOf(term: Term): readonly Term[] {
  return (term.kind === 'multiply' ? term.factors : [term]).filter((factor) => factor.kind === 'delta');
}

function hidesDelta(term: Term): boolean {
  const factors = term.kind === 'multiply' ? term.factors : [term];
  return factors.some((factor) => factor.kind === 'add' && factor.terms.some((t) => deltasOf(t).length > 0));
}

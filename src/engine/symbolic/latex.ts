import { ONE, isNumber, multiply, negative, power } from './algebra';
import { latexNumber } from './latex-number';
import { latexOperator } from './latex-operator';
import { tidyLatex } from './latex-tidy';
import type { Lettering } from './lettering';
import { latexName, withSubscripts } from './names';
import { asFraction, inPrintOrder } from './parts';
import type { Index, Place, Term, TermOf } from './term';
import { wholeName } from './whole-name';
import { INDEX_VALUE, count, isIndex, number, rawReduce } from './term';

/** How tightly a printed term holds together. */
const ADD = 1;
const MULTIPLY = 2;
const POWER = 3;
const ATOM = 4;

/** Reductions that speak of a whole vector, not of its elements. */
const WHOLE: Readonly<Record<string, string>> = {
  logsumexp: '\\operatorname{logsumexp}',
  var: '\\operatorname{Var}',
  std: '\\operatorname{std}',
};
const CLOSED = new Set(['sigmoid', 'abs', 'softplus', 'maximum', 'minimum', 'relu', 'clip']);
const OPEN = new Set([
  'log',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'sinh',
  'cosh',
  'tanh',
  'asin',
  'acos',
  'atan',
  'asinh',
  'acosh',
  'atanh',
]);
const BIG = new Set(['sum', 'mean', 'prod', 'max', 'min']);

/** A term as LaTeX. */
export function printLatex(term: Term, letters: Lettering): string {
  return tidyLatex(new LatexPrinter(letters).print(term, 0));
}

class LatexPrinter {
  constructor(private readonly letters: Lettering) {}

  /** The LaTeX of a term, in parentheses where it would fall apart in its surroundings. */
  print(term: Term, tightness = ADD): string {
    const [text, own] = this.shape(term);
    return own < tightness ? `\\left(${text}\\right)` : text;
  }

  private shape(term: Term): [text: string, tightness: number] {
    switch (term.kind) {
      case 'number':
      case 'multiply':
        return this.product(term);
      case 'power':
        return this.power(term);
      case 'add':
        return [this.sum(term.terms), ADD];
      case 'symbol':
        return [this.symbol(term), ATOM];
      case 'apply':
        return latexOperator(term, (operand, tightness) => this.operand(operand, tightness));
      case 'reduce':
        return term.op === 'mean' ? this.product(asProduct(term)) : this.reduction(term);
      case 'along':
        return [this.softmax(term), ATOM];
      case 'whole':
        return [this.whole(term), ATOM];
      case 'count':
        return [this.letters.count(term.indices), ATOM];
      case 'delta':
        return [`\\mathbf{1}\\left[${this.place(term.left)} = ${this.place(term.right)}\\right]`, ATOM];
    }
  }

  /** An operand; of a condition (tightness 0) a pair of places is printed as the condition that it is. */
  private operand(term: Term, tightness: number): string {
    return term.kind === 'delta' && tightness === 0 ? `${this.place(term.left)} = ${this.place(term.right)}` : this.print(term, tightness);
  }

  private symbol({ name, at }: TermOf<'symbol'>): string {
    if (name === INDEX_VALUE) return this.place(at[0] ?? 0);
    if (name.startsWith('[')) return withSubscripts(`\\left(${name.slice(1, -1)}\\right)`, this.subscripts(at));
    return latexName(this.letters.spelling(name), this.subscripts(at));
  }

  private sum(terms: readonly Term[]): string {
    return inPrintOrder(terms).reduce((text, term) => {
      const minus = asFraction(term).negative;
      const part = this.print(minus ? negative(term) : term, ADD + 0.5);
      if (text === '') return minus ? `-${part}` : part;
      return `${text} ${minus ? '-' : '+'} ${part}`;
    }, '');
  }

  private product(term: Term): [string, number] {
    const { negative: minus, above, below, numerator, denominator } = asFraction(asProduct(term));
    const sign = minus ? '-' : '';
    const scale = latexNumber(above, below);
    const under = [...(scale.below === '' ? [] : [scale.below]), ...this.factors(denominator, scale.below === '')];
    const shown = scale.above === '1' && numerator.length > 0 ? [] : [scale.above];
    if (under.length === 0)
      return [
        sign + joined([...shown, ...this.factors(numerator, shown.length === 0 && sign === '')]),
        this.tightness(sign, shown, numerator),
      ];
    const isScale = denominator.every((t) => t.kind === 'count');
    const over = isScale ? numerator.filter((t) => t.kind === 'symbol') : numerator;
    const beside = isScale ? numerator.filter((t) => t.kind !== 'symbol') : [];
    const lone = beside.length === 1 && over.length + shown.length === 0 && beside.every((t) => !isBig(t) && t.kind !== 'add');
    const [up, after] = lone ? [beside, []] : [over, beside];
    const top = joined([...shown, ...this.factors(up, shown.length === 0)]);
    const fraction = `\\frac{${top === '' ? '1' : top}}{${joined(under)}}`;
    return [sign + joined([fraction, ...this.factors(after, false)]), sign !== '' ? ADD + 0.5 : after.length > 0 ? MULTIPLY : POWER];
  }

  private tightness(sign: string, shown: readonly string[], numerator: readonly Term[]): number {
    if (sign !== '' || shown.some((text) => text.includes(' - '))) return ADD + (sign === '' ? 0 : 0.5);
    return shown.length + numerator.length <= 1 ? ATOM : MULTIPLY;
  }

  /** Factors, big operators last; a factor that stands alone needs no parentheses. */
  private factors(terms: readonly Term[], alone: boolean): string[] {
    const rank = (t: Term) => (isBig(t) ? 2 : isOpen(t) ? 1 : 0);
    const ordered = terms.toSorted((a, b) => rank(a) - rank(b));
    if (alone && ordered.length === 1) return ordered.map((t) => this.print(t, ADD));
    return ordered.map((t, i) => this.print(t, isBig(t) && i === ordered.length - 1 ? MULTIPLY : MULTIPLY + 0.5));
  }

  private power({ base, exponent }: TermOf<'power'>): [string, number] {
    const { negative: minus, above, below, numerator, denominator } = asFraction(exponent);
    if (minus && exponent.kind !== 'add') return [`\\frac{1}{${this.print(power(base, negative(exponent)))}}`, POWER];
    if (above === 1n && below === 2n && numerator.length + denominator.length === 0) return [`\\sqrt{${this.print(base)}}`, ATOM];
    const isNamed = base.kind === 'apply' && !CLOSED.has(base.op);
    return [`${this.print(base, isNamed ? ATOM + 1 : ATOM)}^${braced(this.print(exponent))}`, POWER];
  }

  private reduction({ op, indices, body, attributes }: TermOf<'reduce'>): [string, number] {
    if (op === 'norm') {
      const order = attributes.ord === Infinity ? '\\infty' : String(attributes.ord ?? 2);
      return [`\\left\\lVert ${this.letters.without(indices, () => this.print(body))} \\right\\rVert_${braced(order)}`, ATOM];
    }
    const whole = WHOLE[op];
    if (whole) return [`${whole}\\left(${this.letters.without(indices, () => this.print(body))}\\right)`, ATOM];
    return this.letters.binding(indices, () => {
      const under = this.letters
        .shown(indices)
        .map((i) => this.bounded(i))
        .join(',');
      return [`\\${op}_${braced(under)} ${this.print(body, op === 'max' || op === 'min' ? POWER : MULTIPLY)}`, MULTIPLY];
    });
  }

  /** The letter of an index variable, and how far it runs where that is not the whole axis. */
  private bounded(index: Index): string {
    const limit = this.letters.limit(index);
    return `${this.letters.letter(index)}${limit === null ? '' : ` \\le ${limit}`}`;
  }

  private softmax({ op, index, body, at }: TermOf<'along'>): string {
    const inside = this.letters.without([index], () => this.print(body));
    const place = this.subscripts([at]).join(',');
    return `${op === 'softmax' ? '' : '\\log '}\\operatorname{softmax}\\left(${inside}\\right)${place === '' ? '' : `_${braced(place)}`}`;
  }

  private whole({ op, operands, attributes, at }: TermOf<'whole'>): string {
    const inside = operands.map(({ indices, body }) => this.letters.without(indices, () => this.print(body)));
    const name = wholeName(op, attributes);
    return withSubscripts(inside.length === 0 ? name : `${name}\\left(${inside.join(', ')}\\right)`, this.subscripts(at));
  }

  private subscripts(at: readonly Place[]): string[] {
    return at.filter((place) => !isIndex(place) || this.letters.shown([place]).length > 0).map((place) => this.place(place));
  }

  private place(place: Place): string {
    if (typeof place === 'number') return String(place + 1);
    return isIndex(place) ? this.letters.letter(place) : this.print(place);
  }
}

/** Means as sums over a count, so that the count joins the other numbers below the line. */
function asProduct(term: Term): Term {
  if (term.kind === 'reduce' && term.op === 'mean')
    return multiply(power(count(term.indices), negative(ONE)), rawReduce('sum', term.indices, term.body, {}));
  if (term.kind !== 'multiply' || !term.factors.some((f) => f.kind === 'reduce' && f.op === 'mean')) return term;
  return multiply(number(term.coefficient), ...term.factors.map(asProduct));
}

function isBig(term: Term): boolean {
  if (term.kind === 'reduce') return BIG.has(term.op);
  return term.kind === 'apply' && term.op === 'where' && !isNumber(term.args[1] ?? ONE, 1);
}

/** Whether what follows would seem to belong to the operand, as after `\\log p`. */
function isOpen(term: Term): boolean {
  return term.kind === 'apply' && OPEN.has(term.op);
}

/** Factors side by side: a dot between numbers, a thin space around words. */
function joined(factors: readonly string[]): string {
  return factors.reduce((text, factor) => (text === '' ? factor : `${text} ${separator(text, factor)}${factor}`), '');
}

function separator(left: string, right: string): string {
  if (/\d$/.test(left) && /^\d/.test(right)) return '\\cdot ';
  return /^\\mathrm/.test(right) || /\\mathrm\{[^{}]*\}(?:_(?:\w|\{[^{}]*\}))?$/.test(left) ? '\\, ' : '';
}

function braced(text: string): string {
  return text.length === 1 ? text : `{${text}}`;
}

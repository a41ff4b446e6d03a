import { opNamed } from '../ops/registry';
import { asFraction, decimal, inPrintOrder } from './parts';
import { isNumber, ONE, power, negative } from './algebra';
import type { Lettering } from './lettering';
import { latexName } from './names';
import type { Place, Term, TermOf } from './term';
import { isIndex } from './term';

/** How tightly a printed term holds together. */
const ADD = 1;
const MULTIPLY = 2;
const POWER = 3;
const ATOM = 4;

const RELATIONS: Readonly<Record<string, string>> = {
  less: '<',
  less_equal: '\\le',
  greater: '>',
  greater_equal: '\\ge',
  equal: '=',
  not_equal: '\\ne',
  logical_and: '\\land',
  logical_or: '\\lor',
};

/** Reductions that speak of a whole vector, not of its elements. */
const WHOLE: Readonly<Record<string, string>> = {
  logsumexp: '\\operatorname{logsumexp}',
  var: '\\operatorname{Var}',
  std: '\\operatorname{std}',
};

/** Prints terms as LaTeX. */
export class LatexPrinter {
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
        return [latexName(term.name, this.subscripts(term.at)), ATOM];
      case 'apply':
        return this.call(term);
      case 'reduce':
        return this.reduction(term);
      case 'along':
        return [this.softmax(term), ATOM];
      case 'count':
        return [this.letters.count(term.indices), ATOM];
      case 'delta':
        return [`\\mathbf{1}\\left[${this.place(term.left)} = ${this.place(term.right)}\\right]`, ATOM];
    }
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
    const { negative: minus, above, below, numerator, denominator } = asFraction(term);
    const sign = minus ? '-' : '';
    const scale = this.coefficient(above, below, numerator.length === 0);
    const simple = denominator.every((t) => t.kind === 'count');
    const factors = [
      ...(scale.below === '' && scale.above !== '' ? [scale.above] : []),
      ...this.factors(numerator, denominator.length > 0 && !simple),
    ];
    if (denominator.length === 0 && scale.below === '')
      return [sign + joined(factors), tightnessOf(sign, factors.length, numerator, above)];
    const under = joined([...(scale.below === '' ? [] : [scale.below]), ...this.factors(denominator, true)]);
    const isShort = numerator.length <= 1 && numerator.every((t) => t.kind === 'symbol' || t.kind === 'power' || t.kind === 'apply');
    if ((simple && !isShort) || (simple && numerator.length === 0)) {
      const fraction = `\\frac{${scale.above === '' ? '1' : scale.above}}{${under}}`;
      return [sign + joined([fraction, ...this.factors(numerator, false)]), numerator.length === 0 && sign === '' ? POWER : MULTIPLY];
    }
    const over = joined([
      ...(scale.above === '' || (scale.above === '1' && numerator.length > 0) ? [] : [scale.above]),
      ...this.factors(numerator, true),
    ]);
    return [`${sign}\\frac{${over === '' ? '1' : over}}{${under}}`, sign === '' ? POWER : MULTIPLY];
  }

  /** The number in front: a decimal, or the two sides of a fraction. */
  private coefficient(above: bigint, below: bigint, alone: boolean): { above: string; below: string } {
    const one = above === 1n && !alone ? '' : String(above);
    if (below === 1n) return { above: one === '' ? '' : scientific(one), below: '' };
    const text = decimal({ numerator: above, denominator: below });
    const asDecimal =
      text !== null && below !== 2n && (below === 4n || below % 5n === 0n || below > 10n) && !(below === 4n && above === 1n && !alone);
    return asDecimal ? { above: scientific(text), below: '' } : { above: one, below: String(below) };
  }

  private factors(terms: readonly Term[], grouped: boolean): string[] {
    const bigLast = [...terms.filter((t) => !isBig(t)), ...terms.filter(isBig)];
    const alone = bigLast.length === 1 && grouped;
    return bigLast.map((t, i) => this.print(t, alone ? ADD : isBig(t) && i === bigLast.length - 1 ? MULTIPLY : MULTIPLY + 0.5));
  }

  private power({ base, exponent }: TermOf<'power'>): [string, number] {
    const { negative: minus, above, below, numerator, denominator } = asFraction(exponent);
    if (minus && exponent.kind !== 'add') return [`\\frac{1}{${this.print(power(base, negative(exponent)))}}`, POWER];
    if (!minus && above === 1n && below === 2n && numerator.length + denominator.length === 0) return [`\\sqrt{${this.print(base)}}`, ATOM];
    const named = base.kind === 'apply' && !['sigmoid', 'abs', 'softmax'].includes(base.op);
    return [`${this.print(base, named ? ATOM + 1 : ATOM)}^{${this.print(exponent)}}`, POWER];
  }

  private call(term: TermOf<'apply'>): [string, number] {
    const { op, args } = term;
    const [x, y, z] = args;
    if (op === 'stop_gradient' && x) return this.shape(x);
    if (op === 'where' && x && y && z)
      return isNumber(y, 1) && isNumber(z, 0) ? [`\\mathbf{1}\\left[${this.print(x)}\\right]`, ATOM] : [this.cases(term), ATOM];
    if (op === 'log1p' && x) return [`\\log\\left(1 + ${this.print(x)}\\right)`, POWER];
    if (op === 'relu' && x) return [`\\max\\left(0, ${this.print(x)}\\right)`, ATOM];
    if (op === 'exp' && x) return [`e^{${this.print(x)}}`, POWER];
    const relation = RELATIONS[op];
    if (relation && x && y) return [this.between(term) ?? `${this.print(x, ADD)} ${relation} ${this.print(y, ADD)}`, 0];
    const template = opNamed(op)?.latex;
    if (!template || Object.keys(term.attributes).length > 0)
      return [`\\operatorname{${op.replaceAll('_', '\\_')}}\\left(${args.map((a) => this.print(a)).join(', ')}\\right)`, ATOM];
    return [
      template.replace(/(\{|\\left\(|\\left\||, |\\left\\l\w+ )?#(\d)/g, (_, before: string | undefined, n: string) =>
        this.operand(args[Number(n) - 1], before),
      ),
      isClosed(template) ? ATOM : POWER,
    ];
  }

  private operand(term: Term | undefined, before: string | undefined): string {
    return term ? (before ?? '') + this.print(term, before === undefined ? ATOM : ADD) : '';
  }

  /** `low < x and x < high` is `low < x < high`. */
  private between({ op, args }: TermOf<'apply'>): string | null {
    const [left, right] = args;
    if (op !== 'logical_and' || left?.kind !== 'apply' || right?.kind !== 'apply') return null;
    const [x, low] = left.args;
    const [again, high] = right.args;
    const up: Readonly<Record<string, string>> = { greater: '<', greater_equal: '\\le' };
    const first = up[left.op];
    const second = { less: '<', less_equal: '\\le' }[right.op];
    if (!first || !second || !x || !low || !high || again?.key !== x.key) return null;
    return `${this.print(low)} ${first} ${this.print(x)} ${second} ${this.print(high)}`;
  }

  private cases(term: Term): string {
    const rows: string[] = [];
    let rest = term;
    while (rest.kind === 'apply' && rest.op === 'where') {
      const [condition = ONE, value = ONE, otherwise = ONE] = rest.args;
      rows.push(`${this.print(value)} & \\text{if } ${this.print(condition)}`);
      rest = otherwise;
    }
    return `\\begin{cases} ${rows.join(' \\\\ ')} \\\\ ${this.print(rest)} & \\text{otherwise} \\end{cases}`;
  }

  private reduction(term: TermOf<'reduce'>): [string, number] {
    const { op, indices, body } = term;
    if (op === 'norm') {
      const ord = term.attributes.ord;
      return [
        `\\left\\lVert ${this.letters.without(indices, () => this.print(body))} \\right\\rVert_{${ord === Infinity ? '\\infty' : String(ord ?? 2)}}`,
        ATOM,
      ];
    }
    const whole = WHOLE[op];
    if (whole) return [`${whole}\\left(${this.letters.without(indices, () => this.print(body))}\\right)`, ATOM];
    const under = this.letters
      .shown(indices)
      .map((i) => this.letters.letter(i))
      .join(',');
    if (op === 'sum' || op === 'prod') return [`\\${op}_{${under}} ${this.print(body, MULTIPLY)}`, MULTIPLY];
    if (op === 'mean') return [`\\frac{1}{${this.letters.count(indices)}} \\sum_{${under}} ${this.print(body, MULTIPLY)}`, MULTIPLY];
    return [`\\${op}_{${under}} ${this.print(body, POWER)}`, MULTIPLY];
  }

  private softmax({ op, index, body, at }: TermOf<'along'>): string {
    const inside = this.letters.without([index], () => this.print(body));
    const place = this.subscripts([at]).join(',');
    return `${op === 'softmax' ? '' : '\\log '}\\operatorname{softmax}\\left(${inside}\\right)${place === '' ? '' : `_{${place}}`}`;
  }

  private subscripts(at: readonly Place[]): string[] {
    const shown = at.filter((place) => !isIndex(place) || this.letters.shown([place]).length > 0);
    return shown.every((place) => place === 0) ? [] : shown.map((place) => this.place(place));
  }

  private place(place: Place): string {
    if (typeof place === 'number') return String(place + 1);
    return isIndex(place) ? this.letters.letter(place) : this.print(place);
  }
}

function isBig(term: Term): boolean {
  return (
    (term.kind === 'reduce' && ['sum', 'mean', 'prod', 'max', 'min'].includes(term.op)) ||
    (term.kind === 'apply' && term.op === 'where' && !isNumber(term.args[1] ?? ONE, 1))
  );
}

function tightnessOf(sign: string, parts: number, numerator: readonly Term[], above: bigint): number {
  if (sign !== '') return ADD + 0.5;
  return parts <= 1 && numerator.length <= 1 && (numerator.length === 0 || above === 1n) ? ATOM : MULTIPLY;
}

/** Factors side by side; a dot only between numbers. */
function joined(factors: readonly string[]): string {
  return factors.reduce(
    (text, factor) => (text === '' ? factor : /\d$/.test(text) && /^\d/.test(factor) ? `${text} \\cdot ${factor}` : `${text} ${factor}`),
    '',
  );
}

function scientific(text: string): string {
  const match = /^(\d(?:\.\d+)?)e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const power10 = `10^{${Number(match[2])}}`;
  return match[1] === '1' ? power10 : `${match[1] ?? ''} \\times ${power10}`;
}

function isClosed(template: string): boolean {
  return /\\right\S*$|\\end\{cases\}$|\\sqrt\{#1\}$/.test(template.trim());
}

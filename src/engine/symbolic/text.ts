import { apply, literal, negative, power } from './algebra';
import type { Lettering } from './lettering';
import { textName } from './names';
import { asFraction, decimal, inPrintOrder } from './parts';
import { reduce } from './reduction';
import { mapParts } from './rewrite';
import type { Index, Place, Term, TermOf } from './term';
import { INDEX_VALUE, isIndex, rawPower } from './term';

const ADD = 1;
const MULTIPLY = 2;
const POWER = 3;
const ATOM = 4;

const RELATIONS: Readonly<Record<string, string>> = {
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
  equal: '==',
  not_equal: '!=',
  logical_and: 'and',
  logical_or: 'or',
};
const FUNCTIONS: Readonly<Record<string, string>> = { maximum: 'max', minimum: 'min', logical_not: 'not' };

/** A term that needs subscripts: its tensors do not line up axis by axis. */
class NeedsSubscripts extends Error {}

/** A term in mathjs's language. Where its tensors do not line up, elements are printed with subscripts, `y[i, j]`. */
export function printText(term: Term, free: readonly Index[], letters: Lettering): string {
  return printWhole(term, free, letters) ?? new TextPrinter(letters, true).print(term, free);
}

/** A term in mathjs's language without subscripts, which a `.loss` file reads back to the same function; null where there is none. */
export function printWhole(term: Term, free: readonly Index[], letters: Lettering): string | null {
  try {
    return new TextPrinter(letters, false).print(term, free);
  } catch (error) {
    if (error instanceof NeedsSubscripts) return null;
    throw error;
  }
}

class TextPrinter {
  constructor(
    private readonly letters: Lettering,
    private readonly subscripted: boolean,
  ) {}

  /** `layout`: the axes of the tensor that the surroundings compute with. */
  print(term: Term, layout: readonly Index[], tightness = ADD): string {
    const [text, own] = this.shape(term, layout);
    return own < tightness ? `(${text})` : text;
  }

  private shape(term: Term, layout: readonly Index[]): [text: string, tightness: number] {
    switch (term.kind) {
      case 'number':
      case 'multiply':
        return this.product(term, layout);
      case 'add':
        return [this.sum(term.terms, layout), ADD];
      case 'power':
        return this.power(term, layout);
      case 'symbol':
        return [this.symbol(term, layout), ATOM];
      case 'apply':
        return this.call(term, layout);
      case 'reduce':
        return this.reduction(term, layout);
      case 'along':
        return [this.softmax(term, layout), ATOM];
      case 'whole':
        return [this.whole(term), ATOM];
      case 'count':
        return [this.letters.count(term.indices), ATOM];
      case 'delta':
        if (!this.subscripted) throw new NeedsSubscripts();
        return [`${this.place(term.left)} == ${this.place(term.right)}`, 0];
    }
  }

  private sum(terms: readonly Term[], layout: readonly Index[]): string {
    return inPrintOrder(terms).reduce((text, term) => {
      const minus = asFraction(term).negative;
      const part = this.print(minus ? negative(term) : term, layout, ADD + 0.5);
      if (text === '') return minus ? `-${part}` : part;
      return `${text} ${minus ? '-' : '+'} ${part}`;
    }, '');
  }

  private product(term: Term, layout: readonly Index[]): [string, number] {
    const { negative: minus, above, below, numerator, denominator } = asFraction(term);
    const number = below === 1n ? whole(above) : decimal({ numerator: above, denominator: below });
    const isOne = above === 1n && (below === 1n || number === null);
    const [only] = numerator;
    if (isOne && !minus && below === 1n && denominator.length === 0 && only && numerator.length === 1) return this.shape(only, layout);
    const over = [...(isOne && numerator.length > 0 ? [] : [number ?? String(above)]), ...this.factors(numerator, layout)];
    const under = [...(number === null ? [String(below)] : []), ...this.factors(denominator, layout)];
    const divisor = under.length > 1 ? `(${under.join(' * ')})` : under.join('');
    const text = `${minus ? '-' : ''}${over.join(' * ')}${divisor === '' ? '' : ` / ${divisor}`}`;
    if (minus) return [text, ADD + 0.5];
    return [text, over.length > 1 || divisor !== '' ? MULTIPLY : ATOM];
  }

  /** Factors of a product, each tight enough to stand on either side of `/`. */
  private factors(terms: readonly Term[], layout: readonly Index[]): string[] {
    return terms.map((t) => this.print(t, layout, MULTIPLY + 0.5));
  }

  private power({ base, exponent }: TermOf<'power'>, layout: readonly Index[]): [string, number] {
    if (asFraction(rawPower(base, exponent)).denominator.length > 0) return this.product(rawPower(base, exponent), layout);
    return [`${this.print(base, layout, POWER + 0.5)}^${this.print(exponent, layout, POWER + 0.5)}`, POWER];
  }

  private symbol({ name, at }: TermOf<'symbol'>, layout: readonly Index[]): string {
    if (name === INDEX_VALUE && !this.subscripted) throw new NeedsSubscripts();
    if (name === INDEX_VALUE) return this.place(at[0] ?? 0);
    const safe = name.startsWith('[') ? name : textName(this.letters.spelling(name));
    if (at.length === 0) return safe;
    if (this.subscripted) return this.subscriptedName(safe, at);
    const trailing = layout.slice(layout.length - at.length);
    const fits =
      at.length <= layout.length &&
      at.every((place, i) => isIndex(place) && place.id === trailing[i]?.id && this.letters.limit(place) === null);
    if (!fits) throw new NeedsSubscripts();
    return safe;
  }

  private call({ op, args, attributes }: TermOf<'apply'>, layout: readonly Index[]): [string, number] {
    if (typeof attributes.at === 'number')
      return [`${op}(${args.map((arg) => this.print(arg, layout, 0)).join(', ')})[${attributes.at}]`, ATOM];
    if (Object.keys(attributes).length > 0 && !this.subscripted) throw new NeedsSubscripts();
    const relation = RELATIONS[op];
    const [x, y] = args;
    if (op === 'mod' && x && y) return [`${this.print(x, layout, MULTIPLY + 0.5)} mod ${this.print(y, layout, MULTIPLY + 0.5)}`, MULTIPLY];
    if (relation && x && y) {
      const tight = relation === 'and' || relation === 'or' ? 0.5 : ADD;
      return [`${this.print(x, layout, tight)} ${relation} ${this.print(y, layout, tight)}`, 0.5 - (tight === ADD ? 0 : 0.25)];
    }
    return [`${FUNCTIONS[op] ?? op}(${args.map((arg) => this.print(arg, layout, 0)).join(', ')})`, ATOM];
  }

  private reduction(term: TermOf<'reduce'>, layout: readonly Index[]): [text: string, tightness: number] {
    const { op, indices, body, attributes } = term;
    const extra = op === 'norm' && attributes.ord !== 2 ? `, ${String(attributes.ord)}` : '';
    if (this.subscripted) return [this.letters.binding(indices, () => `${op}(${this.print(body, [], 0)}${extra})`), ATOM];
    if ((op === 'var' || op === 'std') && attributes.correction !== 1) throw new NeedsSubscripts();
    const inner = layoutOf(body, [...layout, ...indices]);
    const rest = inner.filter((i) => !indices.some((b) => b.id === i.id));
    if (op === 'norm' && rest.length > 0) return this.shape(normAsSum(term), layout);
    const text = this.print(body, inner, 0);
    if (rest.length === 0) return [`${op}(${text}${extra})`, ATOM];
    return [`${op}(${text}, ${this.dimension(term, inner, layout)})`, ATOM];
  }

  /** The dimension that a reduction runs along, and whether it stays. */
  private dimension({ op, indices }: TermOf<'reduce'>, inner: readonly Index[], layout: readonly Index[]): string {
    const [index, ...more] = indices;
    const axis = inner.findIndex((i) => i.id === index?.id);
    if (more.length > 0 || axis < 0) throw new NeedsSubscripts();
    if (sameIndices(inner.toSpliced(axis, 1), layout)) return op === 'max' || op === 'min' ? `${axis + 1}, false` : String(axis + 1);
    if (inner.length === layout.length && inner.every((i, at) => at === axis || i.id === layout[at]?.id)) return `${axis + 1}, true`;
    throw new NeedsSubscripts();
  }

  private softmax({ op, index, body, at }: TermOf<'along'>, layout: readonly Index[]): string {
    if (this.subscripted) return `${op}(${this.letters.without([index], () => this.print(body, [], 0))})[${this.place(at)}]`;
    const inner = layoutOf(body, [...layout, index]);
    const axis = inner.findIndex((i) => i.id === index.id);
    if (!isIndex(at) || axis < 0 || !sameIndices(inner.with(axis, at), layout.slice(layout.length - inner.length)))
      throw new NeedsSubscripts();
    return `${op}(${this.print(body, inner, 0)}${axis === inner.length - 1 ? '' : `, ${axis + 1}`})`;
  }

  private whole({ op, operands, at }: TermOf<'whole'>): string {
    if (!this.subscripted) throw new NeedsSubscripts();
    const inside = operands.map(({ indices, body }) => this.letters.without(indices, () => this.print(body, [], 0)));
    return this.subscriptedName(`${textName(op)}(${inside.join(', ')})`, at);
  }

  private subscriptedName(name: string, at: readonly Place[]): string {
    const places = this.shownPlaces(at).join(', ');
    return places === '' ? name : `${name}[${places}]`;
  }

  private shownPlaces(places: readonly Place[]): string[] {
    return places.filter((place) => !isIndex(place) || this.letters.shown([place]).length > 0).map((place) => this.place(place));
  }

  private place(place: Place): string {
    if (typeof place === 'number') return String(place + 1);
    if (!isIndex(place)) return this.print(place, [], 0);
    const limit = this.letters.limit(place);
    return limit === null || this.letters.isCounted(place) ? this.letters.letter(place) : `1:${limit}`;
  }
}

/** A norm along a dimension, for which a `.loss` file has no word. */
function normAsSum({ indices, body, attributes }: TermOf<'reduce'>): Term {
  if (attributes.ord === 1) return reduce('sum', indices, apply('abs', [body]));
  if (attributes.ord !== 2) throw new NeedsSubscripts();
  return apply('sqrt', [reduce('sum', indices, power(body, literal(2)))]);
}

/** The axes of a body in the order in which its largest tensor has them. */
function layoutOf(body: Term, known: readonly Index[]): readonly Index[] {
  let widest: readonly Index[] = [];
  const visit = (t: Term): Term => {
    if (t.kind === 'symbol') {
      const own = t.at.filter((place): place is Index => isIndex(place) && body.free.has(place.id));
      if (own.length > widest.length) widest = own;
    }
    return mapParts(t, visit);
  };
  visit(body);
  const missing = known.filter((i) => body.free.has(i.id) && !widest.some((w) => w.id === i.id));
  return [...missing, ...widest];
}

function sameIndices(a: readonly Index[], b: readonly Index[]): boolean {
  return a.length === b.length && a.every((index, i) => index.id === b[i]?.id);
}

/** A whole number; long ones with an exponent. */
function whole(value: bigint): string {
  const text = String(Number(value));
  return BigInt(Number(value)) === value ? text.replace('e+', 'e') : String(value);
}

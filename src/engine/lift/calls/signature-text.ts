import { TooMany, Unreadable } from '../state/unreadable';
import { NONE, float, integer, text, tuple, type Arguments, type Open, type Value } from '../values/value';

/** One parameter of a Python signature. */
export interface ParameterSpec {
  readonly name: string;
  readonly kind: 'plain' | 'keyword' | 'args' | 'kwargs';
  readonly default: Value | null;
}

/** A parameter list written as text: `input, dim=None, *shape, *, out=None, **sizes`; defaults are literals. */
export function parseSignature(signature: string): ParameterSpec[] {
  const result: ParameterSpec[] = [];
  let keyword = false;
  for (const part of split(signature)) {
    const [name = '', literal] = part.split(/=(.*)/s).map((piece) => piece.trim());
    if (name === '/' || name === '') continue;
    if (name === '*') keyword = true;
    else if (name.startsWith('**')) result.push({ name: name.slice(2), kind: 'kwargs', default: null });
    else if (name.startsWith('*')) {
      result.push({ name: name.slice(1), kind: 'args', default: null });
      keyword = true;
    } else result.push({ name, kind: keyword ? 'keyword' : 'plain', default: literal === undefined ? null : literalOf(literal) });
  }
  return result;
}

/** Arguments by parameter name, defaults filled in. Throws Unreadable when they do not fit. */
export function bind(specs: readonly ParameterSpec[], args: Arguments, name: string): Map<string, Value> {
  const bound = new Map<string, Value>();
  const queue = [...args.positional];
  const given = { keywords: new Map(args.keywords), open: args.open };
  const { keywords } = given;
  for (const spec of specs) {
    if (spec.kind === 'args') bound.set(spec.name, rest(spec, queue, keywords));
    else if (spec.kind !== 'kwargs') bindOne(spec, queue, given, bound, name);
  }
  const others = specs.find((spec) => spec.kind === 'kwargs');
  if (others) bound.set(others.name, tuple([...keywords.values()], [...keywords.keys()]));
  else if (keywords.size > 0) throw new Unreadable(`${name} has no parameter ${[...keywords.keys()].join(', ')} that is modelled`);
  if (queue.length > 0) throw new TooMany(`${name} takes fewer arguments than it is given`, queue.length);
  return bound;
}

/** What is left of the arguments by place; torch takes `dims=` for `*dims` too. */
function rest({ name }: ParameterSpec, queue: Value[], keywords: Map<string, Value>): Value {
  const named = queue.length === 0 ? keywords.get(name) : undefined;
  if (named) keywords.delete(name);
  return tuple(named ? [named] : queue.splice(0));
}

function bindOne(
  spec: ParameterSpec,
  queue: Value[],
  { keywords, open }: { keywords: Map<string, Value>; open: Open | undefined },
  bound: Map<string, Value>,
  name: string,
): void {
  const placed = spec.kind === 'plain' ? queue.shift() : undefined;
  const value = placed ?? keywords.get(spec.name) ?? spec.default ?? handedOn(spec, open, bound.size);
  keywords.delete(spec.name);
  if (!value) throw new Unreadable(`${name} misses its argument ${spec.name}`);
  bound.set(spec.name, value);
}

/** What an argument without a default is where the call hands on all that the loss itself is given. */
function handedOn(spec: ParameterSpec, open: Open | undefined, place: number): Value | null {
  const { elements, entries } = open ?? {};
  if (elements && spec.kind === 'plain') return { kind: 'free', path: `${elements.path}[${place - elements.from}]` };
  return entries === undefined ? null : { kind: 'free', path: `${entries}["${spec.name}"]` };
}

function literalOf(literal: string): Value {
  if (literal === 'None') return NONE;
  if (literal === 'True' || literal === 'False') return { kind: 'boolean', value: literal === 'True' };
  if (/^['"]/.test(literal)) return text(literal.slice(1, -1));
  if (literal.startsWith('(')) return tuple(split(literal.slice(1, -1)).map(literalOf));
  const number = literal.endsWith('inf') ? (literal.startsWith('-') ? -Infinity : Infinity) : Number(literal);
  if (Number.isNaN(number)) return { kind: 'library', name: literal };
  return /^[-+]?\d+$/.test(literal) ? integer(number) : float(number);
}

function split(list: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const c of list) {
    depth += '([{'.includes(c) ? 1 : ')]}'.includes(c) ? -1 : 0;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { isNameOfVariable } from '../values/arithmetic';
import { NONE, boolean, text, tuple, type Arguments, type Value } from '../values/value';

/** Flags of `re` by name. */
export const RE_FLAGS: Readonly<Record<string, number>> = {
  're.IGNORECASE': 2,
  're.I': 2,
  're.MULTILINE': 8,
  're.M': 8,
  're.DOTALL': 16,
  're.S': 16,
  're.VERBOSE': 64,
  're.X': 64,
  're.ASCII': 256,
  're.A': 256,
};

/** A pattern and a text longer than this are not searched. */
const LONGEST = 4000;

/** Calls a function of `re` on strings that are known. Throws Unreadable. */
export function callRe(machine: Machine, name: string, args: Arguments): Value {
  const [first = args.keywords.get('pattern') ?? NONE, ...rest] = args.positional;
  const flags = args.keywords.get('flags');
  if (name === 'compile') return compiled(machine, wordsOf(first), flagsOf(flags ?? rest[0]));
  if (name === 'escape') return text(wordsOf(first).replace(/[\\^$.*+?()[\]{}|#\s&~-]/g, '\\$&'));
  const took = TAKES[name];
  if (took === undefined) throw new Unreadable(`re.${name} is not modelled`);
  return method(machine, name, wordsOf(first), flagsOf(flags ?? rest[took]), rest.slice(0, took), args.keywords);
}

/** Functions of a pattern, and how many arguments they take after it and before the flags. */
const TAKES: Readonly<Record<string, number>> = { match: 1, search: 1, fullmatch: 1, findall: 1, split: 2, sub: 3 };

function compiled(machine: Machine, pattern: string, flags: number): Value {
  const bound = Object.keys(TAKES).map((name): [string, Value] => [
    name,
    native(name, (args) => method(machine, name, pattern, flags, args.positional, args.keywords)),
  ]);
  return library(machine, 're.Pattern', new Map([...bound, ['pattern', text(pattern)]]));
}

function method(
  machine: Machine,
  name: string,
  pattern: string,
  flags: number,
  args: readonly Value[],
  keywords: Arguments['keywords'],
): Value {
  const at = (place: number, keyword: string): Value => args[place] ?? keywords.get(keyword) ?? NONE;
  if (/match$|search/.test(name) && isNameOfVariable(at(0, 'string'))) return boolean(true);
  const subject = wordsOf(at(name === 'sub' ? 1 : 0, 'string'));
  const many = args[name === 'sub' ? 2 : 1] ?? keywords.get('count') ?? keywords.get('maxsplit');
  if (many && asNumber(many)?.value !== 0) throw new Unreadable(`re.${name} up to a number of times`);
  switch (name) {
    case 'match':
      return found(machine, expressionOf(`^(?:${plain(pattern, flags)})`, flags).exec(subject));
    case 'fullmatch':
      return found(machine, expressionOf(`^(?:${plain(pattern, flags)})$`, flags).exec(subject));
    case 'search':
      return found(machine, expressionOf(plain(pattern, flags), flags).exec(subject));
    case 'findall':
      return listed(machine, [...subject.matchAll(expressionOf(plain(pattern, flags), flags, 'g'))].map(groupsFound));
    case 'split':
      return listed(
        machine,
        subject.split(expressionOf(plain(pattern, flags), flags)).map((part) => text(part)),
      );
    default:
      return text(
        subject.replace(
          expressionOf(plain(pattern, flags), flags, 'g'),
          wordsOf(at(0, 'repl'))
            .replace(/\$/g, '$$$$')
            .replace(/\\(\d)|\\g<(\w+)>/g, (_, place?: string, group?: string) => (place ? `$${place}` : `$<${group ?? ''}>`)),
        ),
      );
  }
}

/** What `findall` gives of one match: all of it, its group, or its groups. */
function groupsFound([whole, ...groups]: readonly string[]): Value {
  const [first] = groups;
  return groups.length > 1 ? tuple(groups.map((group) => text(group ?? ''))) : text(first ?? whole ?? '');
}

/** A match as an object, or None. */
function found(machine: Machine, match: RegExpExecArray | null): Value {
  if (!match) return NONE;
  const word = (group: string | undefined): Value => (group === undefined ? NONE : text(group));
  const group = (which: Value): Value => {
    const place = asNumber(which)?.value;
    const given = place === undefined ? match.groups?.[wordsOf(which)] : match[place];
    return word(given);
  };
  return library(
    machine,
    're.Match',
    new Map([
      [
        'group',
        native('group', ({ positional: [...which] }) =>
          which.length > 1 ? tuple(which.map(group)) : which[0] ? group(which[0]) : word(match[0]),
        ),
      ],
      [
        'groupdict',
        native('groupdict', () =>
          dict(
            machine,
            Object.entries(match.groups ?? {}).map(([name, given]) => [name, word(given)]),
          ),
        ),
      ],
      ['groups', native('groups', () => tuple(match.slice(1).map(word)))],
    ]),
  );
}

/** A pattern of Python as one of JavaScript. */
function plain(pattern: string, flags: number): string {
  const bare = (flags & 64) > 0 ? withoutLayout(pattern) : pattern;
  return bare
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replaceAll('\\A', '^')
    .replaceAll('\\Z', '$');
}

/** A verbose pattern without its white space and comments. */
function withoutLayout(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\s+|#.*/g, (part) => (/^[\s#]/.test(part) ? '' : part));
}

function expressionOf(pattern: string, flags: number, more = ''): RegExp {
  const letters = `${more}${(flags & 2) > 0 ? 'i' : ''}${(flags & 8) > 0 ? 'm' : ''}${(flags & 16) > 0 ? 's' : ''}`;
  try {
    return new RegExp(pattern, letters);
  } catch {
    throw new Unreadable('a pattern of re that is not modelled');
  }
}

function wordsOf(value: Value): string {
  if (value.kind !== 'text') throw new Unreadable('re of what is no known string');
  if (value.value.length > LONGEST || /[^\t\n\x20-\x7e]/.test(value.value)) throw new Unreadable('re of a long or foreign string');
  return value.value;
}

function flagsOf(value: Value | undefined): number {
  if (!value) return 0;
  const number = asNumber(value);
  if (!number) throw new Unreadable('flags of re that are not known');
  return number.value;
}

function native(name: string, call: (args: Arguments) => Value): Value {
  return { kind: 'native', name, call };
}

function dict(machine: Machine, entries: readonly (readonly [string, Value])[]): Value {
  const keyed = entries.map(([name, value]) => [`s:${name}`, { key: text(name), value }] as const);
  return { kind: 'dict', cell: machine.journal.cell(new Map(keyed)) };
}

function listed(machine: Machine, items: readonly Value[]): Value {
  return { kind: 'list', cell: machine.journal.cell(items) };
}

function library(machine: Machine, name: string, attributes: ReadonlyMap<string, Value>): Value {
  return { kind: 'object', model: null, library: name, constructed: null, attributes: machine.journal.cell(attributes) };
}

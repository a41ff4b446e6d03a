import { mapParts } from './rewrite';
import type { Index, Term } from './term';
import { symbol } from './term';

/** A name given to an expression that a formula uses several times. */
export interface Shared {
  readonly name: string;
  readonly term: Term;
}

/** Formulas that print shorter than this are printed as they are. */
const SHORT = 80;
/** Expressions that print shorter than this are not worth a name. */
const SMALLEST = 10;
const NAMES = ['u', 'v', 'w', 'a', 'b', 'c'];

/** Names for what a long formula repeats, largest saving first, at most three; what is named depends on free variables only. */
export function share(
  term: Term,
  free: readonly Index[],
  taken: ReadonlySet<string>,
  print: (part: Term) => string,
): { readonly term: Term; readonly shared: readonly Shared[] } {
  const names = NAMES.filter((name) => !taken.has(name)).slice(0, 3);
  const shared: Shared[] = [];
  let current = term;
  for (const name of names) {
    const repeated = printedLength(print(current)) > SHORT ? mostRepeated(current, free, print) : null;
    if (!repeated) break;
    const at = free.filter((index) => repeated.free.has(index.id));
    current = replace(current, repeated.key, symbol(name, at));
    shared.push({ name, term: repeated });
  }
  return { term: current, shared };
}

function mostRepeated(term: Term, free: readonly Index[], print: (part: Term) => string): Term | null {
  const counts = new Map<string, { term: Term; count: number }>();
  const allowed = new Set(free.map((i) => i.id));
  const visit = (part: Term): Term => {
    if (part.size > 2 && part !== term && [...part.free.keys()].every((id) => allowed.has(id))) {
      const known = counts.get(part.key);
      if (known) known.count++;
      else counts.set(part.key, { term: part, count: 1 });
    }
    return mapParts(part, visit);
  };
  visit(term);
  const repeated = [...counts.values()].filter(
    ({ count, term: part }) => count > 1 && (part.kind === 'apply' || part.kind === 'add' || part.kind === 'reduce'),
  );
  const measured = repeated
    .map(({ term: part, count }) => ({ part, count, length: printedLength(print(part)) }))
    .filter(({ length }) => length >= SMALLEST);
  return measured.sort((a, b) => b.length * (b.count - 1) - a.length * (a.count - 1))[0]?.part ?? null;
}

/** About how many characters a reader sees. */
function printedLength(latex: string): number {
  return latex
    .replace(/\\(?:left|right|begin|end|text|operatorname|frac)/g, '')
    .replace(/\\[a-zA-Z]+/g, 'x')
    .replace(/[{}\s_^]/g, '').length;
}

function replace(term: Term, key: string, by: Term): Term {
  return term.key === key ? by : mapParts(term, (part) => replace(part, key, by));
}

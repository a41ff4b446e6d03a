import type { Index, Place, Term } from './term';
import { isIndex } from './term';
import { spellings } from './names';
import { mapParts } from './rewrite';

const INDEX_LETTERS = ['i', 'j', 'k', 'l', 'm', 'p', 'q', 'r', 's', 't', 'u', 'v'];
const COUNT_LETTERS = ['n', 'm', 'N', 'M', 'K', 'd'];

/**
 * Letters for the index variables and counts of one formula, apart from the author's own names. Axes that always occur
 * together (rows and columns under one mean of an elementwise loss) are printed as one.
 */
export class Lettering {
  private readonly letters = new Map<number, string>();
  private readonly counts = new Map<number, string>();
  private readonly hidden: Set<number>;
  private readonly taken: Set<string>;
  private readonly spelled: ReadonlyMap<string, string>;

  /** `parameters` are the names of all that a formula beside this one may speak of. */
  constructor(term: Term, free: readonly Index[], parameters: readonly string[] = []) {
    const { names, groups } = survey(term, free);
    this.spelled = spellings([...new Set([...parameters, ...names])]);
    this.taken = names;
    this.hidden = together(groups);
    for (const index of this.shown(free)) this.letter(index);
  }

  /** How a name of the author is written here. */
  spelling(name: string): string {
    return this.spelled.get(name) ?? name;
  }

  /** Index variables that are printed, in the order given. */
  shown(indices: readonly Index[]): readonly Index[] {
    return indices.filter((index) => !this.hidden.has(index.id));
  }

  /** The letter of an index variable. */
  letter(index: Index): string {
    return this.assign(this.letters, index.id, INDEX_LETTERS);
  }

  /** Runs an action inside a term that binds index variables; their letters are free again afterwards. */
  binding<T>(indices: readonly Index[], action: () => T): T {
    const own = this.shown(indices).filter((i) => !this.letters.has(i.id));
    for (const index of own) this.letter(index);
    const result = action();
    for (const { id } of own) {
      this.taken.delete(this.letters.get(id) ?? '');
      this.letters.delete(id);
    }
    return result;
  }

  /** The letter of a count of elements. */
  count(indices: readonly Index[]): string {
    return this.assign(
      this.counts,
      indices.reduce((product, i) => product * i.size, 1),
      COUNT_LETTERS,
    );
  }

  /** Runs an action while an index variable is not printed: `softmax(z)` speaks of the whole of z. */
  without<T>(indices: readonly Index[], action: () => T): T {
    const added = indices.filter((i) => !this.hidden.has(i.id));
    for (const { id } of added) this.hidden.add(id);
    const result = action();
    for (const { id } of added) this.hidden.delete(id);
    return result;
  }

  private assign<Key>(letters: Map<Key, string>, key: Key, choices: readonly string[]): string {
    const known = letters.get(key);
    if (known) return known;
    const letter = choices.find((c) => !this.taken.has(c)) ?? `i_${letters.size}`;
    this.taken.add(letter);
    letters.set(key, letter);
    return letter;
  }
}

/** The author's names, and the sets of axes that occur together in one place of the term. */
interface Survey {
  readonly names: Set<string>;
  readonly groups: (readonly number[])[];
}

function survey(term: Term, free: readonly Index[]): Survey {
  const names = new Set<string>();
  const groups: (readonly number[])[] = [free.map((i) => i.id)];
  const seen = new Set<Term>();
  const ids = (at: readonly Place[]) => at.filter(isIndex).map((i) => i.id);
  const visit = (t: Term): Term => {
    if (seen.has(t)) return t;
    seen.add(t);
    if (t.kind === 'symbol') {
      names.add(t.name);
      groups.push(ids(t.at));
    }
    if (t.kind === 'reduce') groups.push(t.indices.map((i) => i.id));
    if (t.kind === 'along') groups.push([t.index.id], ids([t.at]));
    if (t.kind === 'delta') groups.push(ids([t.left]), ids([t.right]));
    return mapParts(t, visit);
  };
  visit(term);
  return { names, groups };
}

/** All but the first of axes that are in the same groups. */
function together(groups: readonly (readonly number[])[]): Set<number> {
  const signatures = new Map<string, number>();
  const hidden = new Set<number>();
  const all = new Set(groups.flat());
  for (const id of all) {
    const signature = groups.map((group) => (group.includes(id) ? '1' : '0')).join('');
    if (signatures.has(signature)) hidden.add(id);
    else signatures.set(signature, id);
  }
  return hidden;
}

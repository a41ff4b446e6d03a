import type { Parameter } from '../ir/loss';
import type { Index, Term } from './term';
import { spellings } from './names';
import { longSizes } from './places';
import { survey } from './survey';

/** A parameter, and its shape where it is a tensor. */
type Named = Pick<Parameter, 'name' | 'node'>;

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
  private readonly cut: ReadonlyMap<number, number>;
  private readonly counted: ReadonlySet<number>;
  private readonly taken: Set<string>;
  private readonly spelled: ReadonlyMap<string, string>;

  /** `parameters` are all that a formula beside this one may speak of. */
  constructor(term: Term, free: readonly Index[], parameters: readonly Named[] = []) {
    const { names, groups, cut, counted } = survey(
      term,
      free,
      new Map(parameters.map(({ name, node }) => [name, longSizes(node?.shape ?? [])])),
    );
    this.spelled = spellings([...new Set([...parameters.map(({ name }) => name), ...names])]);
    this.taken = names;
    this.cut = cut;
    this.counted = counted;
    this.hidden = together(groups, cut);
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

  /** How many of the first places of an axis an index variable stands for; null where it stands for all. */
  limit(index: Index): number | null {
    return this.cut.get(index.id) ?? null;
  }

  /** Whether an index variable is computed with. */
  isCounted({ id }: Index): boolean {
    return this.counted.has(id);
  }

  /** The letter of a count of elements; their number where they are a part of an axis. */
  count(indices: readonly Index[]): string {
    if (indices.some(({ id }) => this.cut.has(id))) return String(indices.reduce((product, { size }) => product * size, 1));
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

/** All but the first of axes that are in the same groups; of which only a part is meant are shown. */
function together(groups: readonly (readonly number[])[], cut: ReadonlyMap<number, number>): Set<number> {
  const signatures = new Map<string, number>();
  const hidden = new Set<number>();
  const all = new Set(groups.flat());
  for (const id of all) {
    const signature = groups.map((group) => (group.includes(id) ? '1' : '0')).join('');
    if (cut.has(id)) continue;
    if (signatures.has(signature)) hidden.add(id);
    else signatures.set(signature, id);
  }
  return hidden;
}

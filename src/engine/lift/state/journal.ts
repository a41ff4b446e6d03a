/** One mutable place: a scope, a list, a dict, an object's attributes, a tensor that is written in place. */
export interface Cell<T> {
  readonly id: number;
  /** Written through {@link Journal.set} and {@link Journal.put} only, so that a branch can be undone. */
  value: T;
  /** The stretch of running in which {@link Journal.put} made the map that it holds. */
  stretch: number;
}

/** What one branch wrote: every cell with its value before and after. */
export type Writes = ReadonlyMap<Cell<unknown>, { readonly before: unknown; readonly after: unknown }>;

/** Records writes to cells so that both sides of a condition can be run from the same state. */
export class Journal {
  private serial = 0;
  private readonly open: Map<Cell<unknown>, unknown>[] = [];
  /** Counts the stretches between beginnings and ends of branches: within one, nothing remembers what a cell held before. */
  private stretch = 0;

  /** Cells made from now on have this id or a higher one. */
  get mark(): number {
    return this.serial;
  }

  /** A new cell. */
  cell<T>(value: T): Cell<T> {
    return { id: this.serial++, value, stretch: -1 };
  }

  /** Writes a cell. */
  set<T>(cell: Cell<T>, value: T): void {
    const top = this.open[this.open.length - 1];
    if (top && !top.has(cell)) top.set(cell, cell.value);
    cell.value = value;
    cell.stretch = -1;
  }

  /** Writes one entry of the map in a cell, in a copy of it only where something may remember the map as it was. */
  put<K, V>(cell: Cell<ReadonlyMap<K, V>>, key: K, value: V): void {
    if (cell.stretch === this.stretch) return void (cell.value as Map<K, V>).set(key, value);
    this.set(cell, new Map(cell.value).set(key, value));
    cell.stretch = this.stretch;
  }

  /**
   * Runs an action, takes back what it wrote, and tells what that was. Cells that the action made stay as it left them: only its
   * result can hold them.
   */
  attempt<T>(action: () => T): { readonly result: T; readonly writes: Writes } {
    const mark = this.serial;
    const before = new Map<Cell<unknown>, unknown>();
    const earlier = (): [Cell<unknown>, unknown][] => [...before].filter(([cell]) => cell.id < mark);
    this.open.push(before);
    this.stretch++;
    try {
      const result = action();
      const writes = new Map(earlier().map(([cell, old]) => [cell, { before: old, after: cell.value }]));
      return { result, writes };
    } finally {
      this.open.pop();
      this.stretch++;
      for (const [cell, old] of earlier()) cell.value = old;
    }
  }

  /** Does again what an attempt wrote. */
  redo(writes: Writes): void {
    this.stretch++;
    for (const [cell, { after }] of writes) this.set(cell, after);
  }
}

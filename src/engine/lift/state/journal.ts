/** One mutable place: a scope, a list, a dict, an object's attributes, a tensor that is written in place. */
export interface Cell<T> {
  readonly id: number;
  /** Written through {@link Journal.set} only, so that a branch can be undone. */
  value: T;
}

/** What one branch wrote: every cell with its value before and after. */
export type Writes = ReadonlyMap<Cell<unknown>, { readonly before: unknown; readonly after: unknown }>;

/** Records writes to cells so that both sides of a condition can be run from the same state. */
export class Journal {
  private serial = 0;
  private readonly open: Map<Cell<unknown>, unknown>[] = [];

  /** Cells made from now on have this id or a higher one. */
  get mark(): number {
    return this.serial;
  }

  /** A new cell. */
  cell<T>(value: T): Cell<T> {
    return { id: this.serial++, value };
  }

  /** Writes a cell. */
  set<T>(cell: Cell<T>, value: T): void {
    const top = this.open[this.open.length - 1];
    if (top && !top.has(cell)) top.set(cell, cell.value);
    cell.value = value;
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
    try {
      const result = action();
      const writes = new Map(earlier().map(([cell, old]) => [cell, { before: old, after: cell.value }]));
      return { result, writes };
    } finally {
      this.open.pop();
      for (const [cell, old] of earlier()) cell.value = old;
    }
  }

  /** Does again what an attempt wrote. */
  redo(writes: Writes): void {
    for (const [cell, { after }] of writes) this.set(cell, after);
  }
}

import { strict as assert } from 'node:assert';
import { Journal } from '../../../src/engine/lift/state/journal';

function namesIn(journal: Journal): { read: () => Record<string, number>; put: (name: string, value: number) => void } {
  const cell = journal.cell<ReadonlyMap<string, number>>(new Map([['a', 1]]));
  return { read: () => Object.fromEntries(cell.value), put: (name, value) => journal.put(cell, name, value) };
}

describe('the journal', () => {
  it('takes back the entries that a branch wrote, however often it wrote before', () => {
    const journal = new Journal();
    const { read, put } = namesIn(journal);
    put('b', 2);
    put('b', 3);
    const { writes } = journal.attempt(() => {
      put('b', 4);
      put('c', 5);
      return read();
    });
    assert.deepEqual(read(), { a: 1, b: 3 });
    put('d', 6);
    journal.redo(writes);
    assert.deepEqual(read(), { a: 1, b: 4, c: 5 });
  });

  it('keeps what a branch wrote apart from what is written after it was done again', () => {
    const journal = new Journal();
    const { read, put } = namesIn(journal);
    const { writes } = journal.attempt(() => put('b', 2));
    journal.redo(writes);
    put('b', 3);
    journal.redo(writes);
    assert.deepEqual(read(), { a: 1, b: 2 });
  });

  it('does not change a map that a cell was made of', () => {
    const journal = new Journal();
    const given = new Map([['a', 1]]);
    journal.put(journal.cell<ReadonlyMap<string, number>>(given), 'b', 2);
    assert.deepEqual([...given.keys()], ['a']);
  });
});

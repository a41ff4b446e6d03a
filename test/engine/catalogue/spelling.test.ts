import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../../src/engine/catalogue/index';

interface Seen {
  readonly codes: Readonly<Record<string, { readonly code: string; readonly value: number | readonly number[] }>>;
  /** Calls that the versions which were asked do not have. */
  readonly missing: readonly string[];
}

const seen = (JSON.parse(readFileSync(join(__dirname, '../../oracle/catalogue.json'), 'utf8')) as { losses: Record<string, Seen> }).losses;

/** Names that older versions of their library have. */
const OLDER = /^tensorflow\.keras\.losses\.mean_(absolute|squared)_error$/;
/** What differs between libraries by intent: torch divides each sequence by its length. */
const DIFFERENT = ['ctc'];

describe('the spelling of known losses, as their frameworks ran it', () => {
  for (const { id, code } of CATALOGUE) {
    it(`${id}: runs in every framework, to the same value`, () => {
      const codes = seen[id]?.codes ?? {};
      assert.deepEqual(Object.fromEntries(Object.entries(codes).map(([framework, ran]) => [framework, ran.code])), code);
      const [first = [], ...others] = Object.values(codes).map(({ value }) => [value].flat());
      assert.ok(first.every(Number.isFinite));
      if (DIFFERENT.includes(id)) return;
      for (const other of others) {
        assert.equal(other.length, first.length);
        other.forEach((value, i) =>
          assert.ok(Math.abs(value - (first[i] ?? NaN)) <= 1e-4 * (1 + Math.abs(value)), `${value} and ${first[i]}`),
        );
      }
    });
  }

  it('names calls that the libraries have', () => {
    const missing = Object.values(seen).flatMap((one) => one.missing);
    assert.deepEqual(
      missing.filter((name) => !OLDER.test(name)),
      [],
    );
  });
});

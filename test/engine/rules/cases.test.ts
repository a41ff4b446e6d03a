import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { FormatName } from '../../../src/engine/numerics/format';
import { isGrave, judge } from './judge';

interface Hazard {
  readonly id: string;
  readonly code: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly dtype: FormatName;
  readonly fixed: string;
  readonly fixedScored: boolean;
}

interface Safe {
  readonly id: string;
  readonly code: string;
  readonly dtype: FormatName;
  readonly why: string;
}

const cases = JSON.parse(readFileSync('test/fixtures/stability.json', 'utf8')) as { hazards: Hazard[]; safe: Safe[] };

describe('verified hazards and safe functions', () => {
  for (const { id, code, line, rule, severity, dtype, fixed, fixedScored } of cases.hazards) {
    it(`${id}: ${rule} is found on its line, and not in the repaired form`, async () => {
      const { findings, preconditions } = await judge(code, dtype);
      const lines = [
        ...findings.filter((found) => isGrave(found) || severity === 'information').map((found) => found.line),
        ...preconditions,
      ];
      assert.ok(lines.includes(line), `found on lines ${lines.join(', ') || 'none'} instead of ${line}\n${code}`);
      if (fixedScored)
        assert.deepEqual(
          (await judge(fixed, dtype)).findings.filter(isGrave).map((found) => found.code),
          [],
          fixed,
        );
    });
  }

  for (const { id, code, dtype, why } of cases.safe) {
    it(`${id} is left alone: ${why}`, async () => {
      const { losses, findings } = await judge(code, dtype);
      assert.equal(losses, 1);
      assert.deepEqual(
        findings.filter(isGrave).map((found) => found.code),
        [],
        code,
      );
    });
  }
});

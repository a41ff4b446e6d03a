import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { isFormatName } from '../../../src/engine/numerics/format';
import { testTools } from '../../support/tools';

interface Ran {
  readonly path: string;
  readonly code: string;
  readonly outcome: string;
}

describe('reproducers run in the real frameworks (test/oracle/reproducers.py)', () => {
  const ran = JSON.parse(readFileSync('test/oracle/reproducers.json', 'utf8')) as readonly Ran[];

  it('fail as they say', () => {
    assert.ok(ran.length > 100);
    assert.deepEqual(
      ran.filter(({ outcome }) => outcome !== 'fails'),
      [],
    );
  });

  it('were run for every error of the labelled hazards', async () => {
    const tools = await testTools();
    const { hazards } = JSON.parse(readFileSync('test/fixtures/stability.json', 'utf8')) as {
      hazards: { id: string; code: string; dtype: string }[];
    };
    for (const { id, code, dtype } of hazards) {
      const path = `${id.toLowerCase()}.py`;
      const formats = isFormatName(dtype) ? [dtype] : [];
      const { report } = checkSource({ path, language: 'python', text: code }, tools, {
        ...DEFAULT_OPTIONS,
        formats,
        minSeverity: 'error',
      });
      for (const finding of report.findings.filter(({ reproducer }) => reproducer !== undefined))
        assert.ok(
          ran.some((one) => one.path === path && one.code === finding.code),
          `${path} ${finding.code}`,
        );
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { RULES } from '../../../src/engine/rules';
import { isGrave, judge } from './judge';

/** Examples of a page: the code, and the line that must be found in it, or null where nothing may be. */
function examplesOf(page: string): { code: string; line: number | null }[] {
  return [...page.matchAll(/```python (?:bad line=(\d+)|good)\n([\s\S]*?)```/g)].map((match) => ({
    code: match[2] ?? '',
    line: match[1] ? Number(match[1]) : null,
  }));
}

describe('pages of the rules', () => {
  for (const { code, defaultSeverity } of RULES) {
    const examples = examplesOf(readFileSync(`docs/rules/${code}.md`, 'utf8'));
    if (examples.length === 0) continue;
    it(`${code} finds what its page shows, and nothing in the repaired form`, async () => {
      for (const example of examples) {
        const { losses, findings } = await judge(example.code, undefined, { shape: !code.startsWith('stability/') });
        assert.equal(losses, 1, example.code);
        const seen = findings
          .filter((found) => isGrave(found) || defaultSeverity === 'information')
          .map((found) => `${found.code}:${found.line}`);
        if (example.line === null)
          assert.deepEqual(
            findings.filter(isGrave).map((found) => found.code),
            [],
            example.code,
          );
        else assert.ok(seen.includes(`${code}:${example.line}`), `${example.code}\nfound ${seen.join(', ') || 'nothing'}`);
      }
    });
  }
});

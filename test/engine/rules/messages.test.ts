import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'mocha';
import { EN_MESSAGES } from '../../../src/engine/report/messages/en';
import { ZH_CN_MESSAGES } from '../../../src/engine/report/messages/zh-cn';
import { RULES } from '../../../src/engine/rules';

const slotsOf = (template: string): string[] => [...new Set(template.match(/\{[\w-]+\}/g) ?? [])].sort();

describe('messages of the rules', () => {
  it('exist in both languages', () => {
    assert.deepEqual(Object.keys(ZH_CN_MESSAGES).sort(), Object.keys(EN_MESSAGES).sort());
  });

  it('have the same slots in both languages', () => {
    const differing = Object.keys(EN_MESSAGES).filter(
      (id) => String(slotsOf(EN_MESSAGES[id] ?? '')) !== String(slotsOf(ZH_CN_MESSAGES[id] ?? '')),
    );
    assert.deepEqual(differing, []);
  });

  it('sum up every rule, and every rule has a page', () => {
    assert.deepEqual(
      RULES.filter((rule) => !(rule.summary in EN_MESSAGES)).map((rule) => rule.code),
      [],
    );
    assert.deepEqual(
      RULES.filter((rule) => !existsSync(`docs/rules/${rule.code}.md`)).map((rule) => rule.code),
      [],
    );
  });
});

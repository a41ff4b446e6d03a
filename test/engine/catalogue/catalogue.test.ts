import assert from 'node:assert/strict';
import { CATALOGUE } from '../../../src/engine/catalogue/index';
import { checkSource } from '../../../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import type { Tools } from '../../../src/engine/check/tools';
import { FRAMEWORKS } from '../../../src/engine/frameworks/index';
import { testTools } from '../../support/tools';

describe('catalogue of known losses', () => {
  let tools: Tools;
  before(async () => (tools = await testTools()));

  for (const entry of CATALOGUE.filter(({ definition }) => definition !== null)) {
    it(`${entry.id}: the engine agrees with what is claimed of it, and recognises it`, () => {
      const { report, problem } = checkSource({ path: 'x.loss', language: 'loss', text: entry.definition ?? '' }, tools, DEFAULT_OPTIONS);
      const [loss] = report.losses;
      assert.equal(problem, null);
      assert.ok(loss?.verdicts);
      assert.equal(loss.translation.status, 'full');
      assert.equal(loss.verdicts.differentiability.answer, entry.properties.differentiability);
      if (entry.properties.convexity !== 'unknown') assert.equal(loss.verdicts.convexity.answer, entry.properties.convexity);
      assert.equal(loss.recognised?.id, entry.id);
    });
  }

  it('says everything in both languages', () => {
    for (const { name, expects, use, watch } of CATALOGUE) {
      for (const { en, zhCn } of [name, expects, use, watch]) {
        assert.notEqual(en.trim(), '');
        assert.match(zhCn, /[\u4e00-\u9fff]/);
      }
    }
  });

  it('names library calls that the libraries have', () => {
    const known = new Set(
      Object.values(FRAMEWORKS).flatMap((f) => [...Object.keys(f.functions), ...Object.keys(f.classes), ...Object.keys(f.aliases)]),
    );
    const unknown = CATALOGUE.filter(({ definition }) => definition !== null)
      .flatMap(({ calls }) => calls)
      .filter((name) => !known.has(name));
    assert.deepEqual(
      unknown.filter((name) => !/^(torchvision|keras\.(losses|regularizers)|tensorflow\.keras)\./.test(name)),
      [],
    );
  });
});

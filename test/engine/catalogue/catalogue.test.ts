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

  it('recognises the loss of a residual, and not a penalty or a root with an epsilon that does not show', () => {
    const recognised = (body: string): string | null => {
      const text = `import jax.numpy as jnp\ndef some_loss(x, y=0.0, eps=1e-9):\n    r = x - y\n    return jnp.mean(${body})\n`;
      const alone = text.replace('x, y=0.0, eps=1e-9', 'r').replace('    r = x - y\n', '');
      const { report } = checkSource(
        { path: 'x.py', language: 'python', text: body.includes('eps') ? text : alone },
        tools,
        DEFAULT_OPTIONS,
      );
      return report.losses[0]?.recognised?.id ?? null;
    };
    assert.equal(recognised('jnp.where(jnp.abs(r) <= 1.0, 0.5 * r ** 2, jnp.abs(r) - 0.5)'), 'huber');
    assert.equal(recognised('jnp.logaddexp(r, -r) - jnp.log(2.0)'), 'log-cosh');
    assert.equal(recognised('jnp.log1p(jnp.exp(-jnp.abs(r))) + jnp.maximum(r, 0)'), null);
    assert.equal(recognised('jnp.sqrt(r ** 2 + eps ** 2)'), null);
  });

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

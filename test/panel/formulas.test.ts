import assert from 'node:assert/strict';
import { formulas } from '../../scripts/formulas';
import { GlyphTable } from '../../src/editor/glyph-table';
import { CATALOGUE } from '../../src/engine/catalogue/index';
import { isFormulas } from '../../src/protocol/validate';

const referred = (svg: string): string[] => [...svg.matchAll(/href="#([^"]+)"/g)].map(([, name = '']) => name);

describe('formulas of known losses', function () {
  this.timeout(30_000);
  const drawn = formulas();

  it('are all drawn when the product is built', () => {
    assert.ok(isFormulas(drawn));
    for (const { id, latex } of CATALOGUE) assert.ok(Object.hasOwn(drawn.pictures, latex), id);
  });

  it('share one table of glyphs', () => {
    const names = Object.values(drawn.pictures).flatMap(referred);
    assert.ok(names.length > 5 * Object.keys(drawn.glyphs).length, 'each glyph is used several times');
    for (const name of names) assert.ok(Object.hasOwn(drawn.glyphs, name), name);
    assert.ok(Object.values(drawn.pictures).every((svg) => !svg.includes('<path')));
  });

  it('stand alone with the glyphs that they use, and no others', () => {
    const table = new GlyphTable();
    table.add(drawn.glyphs);
    const [picture = ''] = Object.values(drawn.pictures);
    const whole = table.complete(picture);
    const defined = [...whole.matchAll(/<path id="([^"]+)" d="/g)].map(([, name = '']) => name);
    assert.deepEqual(new Set(defined), new Set(referred(picture)));
  });
});

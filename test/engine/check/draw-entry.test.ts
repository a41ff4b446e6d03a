import assert from 'node:assert/strict';
import { CATALOGUE } from '../../../src/engine/catalogue/index';
import { drawEntry } from '../../../src/engine/check/draw-entry';
import { testTools } from '../../support/tools';

describe('drawings of known losses', () => {
  it('are there where it has a definition, and along its prediction', async () => {
    const tools = await testTools();
    const some = [...CATALOGUE.filter(({ definition }) => definition).slice(0, 3), ...CATALOGUE.filter(({ definition }) => !definition)];
    for (const { id, definition } of some) {
      const drawing = drawEntry(id, tools);
      assert.equal(drawing !== null, definition !== null, id);
      if (drawing)
        assert.ok(
          drawing.inputs.some(({ name }) => drawing.variables.includes(name)),
          id,
        );
    }
  });

  it('are not there for what is not known', async () => assert.equal(drawEntry('nothing-of-the-kind', await testTools()), null));
});

import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { Window } from './window';

describe("the browser's extension host", () => {
  let window: Window;
  before(async () => {
    window = await Window.open({ folder: resolve(__dirname, '../editor/workspace'), open: 'hazard.py', web: true });
  });
  after(() => window.close());

  it('underlines the hazard', async () => {
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.picture('web-1-squiggle');
    assert.ok((await window.squiggles().count()) >= 1);
  });

  it('typesets the formula in the hover', async () => {
    const hover = await window.hover('def cross_entropy', 'cross_entropy');
    await hover.locator('img').first().waitFor();
    await window.picture('web-2-hover');
  });
});

import assert from 'node:assert/strict';
import { Window } from './window';

describe('a window on the examples', () => {
  let window: Window;
  before(async () => {
    window = await Window.open({ open: 'focal.py' });
  });
  after(() => window.close());

  it('underlines the hazard', async () => {
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.picture('1-squiggles');
    assert.ok((await window.squiggles().count()) >= 1);
  });

  it('shows a typeset formula when the name of a loss is hovered', async () => {
    const hover = await window.hover('def focal_loss', 'focal_loss');
    await hover.locator('img').first().waitFor();
    await window.picture('2-hover');
    await window.page.keyboard.press('Escape');
  });

  it('draws the loss in the preview panel', async () => {
    await window.lines('def focal_loss').first().click();
    await window.command('Losswright: Preview Loss');
    await window.panel().locator('canvas').first().waitFor();
    await window.picture('3-preview');
  });
});

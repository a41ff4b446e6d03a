import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { Window } from './window';

const FOLDER = resolve(__dirname, '../editor/workspace');

/** Titles of the steps of the walkthrough. */
const STEPS = [
  'Find what breaks a loss',
  'Repair it, or say what you know',
  'See the loss and its gradient',
  'Write a loss',
  'A whole project',
];

describe("the browser's extension host, in a workspace of two folders that nobody trusts", () => {
  let window: Window;
  before(async () => {
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    window = await Window.open({
      folder: FOLDER,
      beside: resolve(FOLDER, '../../../examples'),
      open: 'hazard.py',
      web: true,
      trusted: false,
      settings,
    });
  });
  after(() => window.close());

  it('is a restricted window', () => window.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor());

  it('underlines the hazard', async () => {
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.picture('web-1-squiggle');
    assert.ok((await window.squiggles().count()) >= 1);
  });

  it('typesets the formula in the hover', async () => {
    const hover = await window.hover('def cross_entropy', 'cross_entropy');
    await hover.locator('img').first().waitFor();
    await window.picture('web-2-hover');
    await window.page.keyboard.press('Escape');
  });

  it('draws the preview, and walks through the witness', async () => {
    await window.page.locator('.codelens-decoration a').first().click();
    await window.panel().locator('.chart.value canvas').waitFor();
    await window.panel().getByRole('tab', { name: 'Walk' }).click();
    await window.panel().locator('.story.bad').first().waitFor();
    await window.picture('web-3-walk');
  });

  it('reads both folders', async () => {
    await window.command('Losswright: Analyse Workspace');
    await window.page.getByRole('button', { name: 'Losses Section' }).click();
    const tree = window.page.locator('.pane', { hasText: 'Losses' }).last();
    for (const name of ['hazard.py', 'classification.py', 'cross_entropy']) await scrolledTo(window, tree, name);
    await window.picture('web-4-tree');
  });
});

/** Scrolls through a list from its top until a row shows: only the rows in view exist, and which come first depends on the folders' names. */
async function scrolledTo({ page }: Window, list: Locator, text: string): Promise<void> {
  const row = list.locator('.monaco-list-row', { hasText: text }).first();
  await list.locator('.monaco-list-row').first().waitFor();
  const { x, y, width, height } = (await list.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let turns = 0; turns < 120 && !(await row.isVisible()); turns++) {
    await page.mouse.wheel(0, turns < 20 ? -400 : 40);
    await page.waitForTimeout(100);
  }
  await row.waitFor();
}

describe('the walkthrough', () => {
  let window: Window;
  before(async () => {
    window = await Window.open({ folder: FOLDER, size: { width: 1700, height: 900, scale: 1 } });
  });
  after(() => window.close());

  it('has five steps, each with its page', async () => {
    const { page } = window;
    const rows = page.locator('.quick-input-list .monaco-list-row');
    // The command asks at once which walkthrough, in the same box.
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[type=text]').first().fill('>Welcome: Open Walkthrough');
    await rows.filter({ hasText: 'Open Walkthrough' }).first().click();
    await rows.filter({ hasText: 'Losswright' }).first().click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), STEPS.length);
    for (const [i, title] of STEPS.entries()) {
      const step = steps.filter({ hasText: title });
      await step.click();
      await page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
      await page.locator('iframe.webview.ready').first().waitFor({ state: 'attached' });
      await window.picture(`walkthrough-${i + 1}`);
    }
  });

  it('opens its sample, which has something to find', async () => {
    await window.page.locator('.getting-started-step').first().click();
    await window.page.locator('.getting-started-step.expanded .monaco-button, .getting-started-step.expanded a').first().click();
    await window.lines('binary_cross_entropy').first().waitFor();
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.picture('walkthrough-6-sample');
  });
});

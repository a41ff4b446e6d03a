import { join, resolve } from 'node:path';
import { Window } from '../test/ui/window';

const root = resolve(__dirname, '..');

/** Takes `docs/images/editor.png`, the picture of the README, from the real editor: squiggle, hover and preview of one loss. */
async function main(): Promise<void> {
  const window = await Window.open({
    open: 'classification.py',
    size: { width: 1400, height: 780, scale: 1.5 },
    settings: {
      'editor.minimap.enabled': false,
      'window.commandCenter': false,
      'window.title': '${activeEditorShort}',
      'workbench.colorTheme': 'Default Dark Modern',
    },
  });
  try {
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.page.keyboard.press('Control+B');
    await window.lines('def binary_cross_entropy(').first().click();
    await window.command('Losswright: Preview Loss');
    await window.panel().locator('canvas').first().waitFor();
    const hover = await window.hover('def binary_cross_entropy(', 'binary_cross_entropy');
    await hover.locator('img').first().waitFor();
    await window.page.waitForTimeout(1500);
    await window.picture('editor', join(root, 'docs/images'));
  } finally {
    await window.close();
  }
}

void main();

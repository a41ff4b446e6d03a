import { join, resolve } from 'node:path';
import { Window } from '../test/ui/window';

const root = resolve(__dirname, '..');
const images = join(root, 'docs/images');

/** How the window looks in the pictures. */
const LOOK = {
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.fontSize': 13,
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}',
  'workbench.colorTheme': 'Default Dark Modern',
};

async function open(file: string): Promise<Window> {
  const window = await Window.open({ open: file, size: { width: 1440, height: 840, scale: 1.5 }, settings: LOOK });
  await window.page.locator('.codelens-decoration').first().waitFor({ timeout: 60_000 });
  await window.page.keyboard.press('Control+B');
  return window;
}

/** `editor.png`: the failing inputs of a loss run through it, and the same walk with the fix. */
async function walk(): Promise<void> {
  const window = await open('classification.py');
  try {
    await window.squiggles().first().waitFor({ state: 'attached' });
    await window.lines('def binary_cross_entropy(').first().click();
    await window.command('Losswright: Preview Loss');
    const panel = window.panel();
    await panel.locator('canvas').first().waitFor();
    await panel.getByRole('tab', { name: 'Walk' }).click();
    await panel.locator('.story.good').waitFor();
    await panel.locator('.stories').evaluate((stories) => stories.scrollIntoView());
    await window.page.mouse.move(5, 5);
    await window.page.waitForTimeout(800);
    await window.picture('editor', images);
  } finally {
    await window.close();
  }
}

/** `preview.png`: the curve of a loss that is not convex, with its counterexample and where it saturates. */
async function curve(): Promise<void> {
  const window = await open('classification.py');
  try {
    await window.lines('def brier(').first().click();
    await window.command('Losswright: Preview Loss');
    const panel = window.panel();
    await panel.locator('canvas').first().waitFor();
    await panel.locator('.chord-item button').first().click();
    await panel.locator('header').evaluate((header) => header.scrollIntoView());
    await window.page.mouse.move(5, 5);
    await window.page.waitForTimeout(1200);
    await window.picture('preview', images);
  } finally {
    await window.close();
  }
}

/** Takes the pictures of the README from the real editor. */
async function main(): Promise<void> {
  await walk();
  await curve();
}

void main();

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Window } from './window';

const FOLDER = resolve(__dirname, '../editor/workspace');
/** So many files are not read before a person can press a button. */
const MANY = 1500;

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly locations: readonly unknown[] }[] }[];
}

/** A folder of many files, each with a loss of its own that has an error. */
function manyFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'losswright-many-'));
  const text = (i: number): string =>
    `import torch\n\n\ndef entropy_${i}(z):\n    p = torch.softmax(z * ${i + 1}, dim=-1)\n    return -(p * torch.log(p)).sum(dim=-1).mean()\n`;
  for (let i = 0; i < MANY; i++) writeFileSync(join(folder, `f${String(i).padStart(4, '0')}.py`), text(i));
  writeFileSync(join(folder, 'empty.py'), 'import torch\n\n');
  return folder;
}

/** Waits until something holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('waited in vain');
}

/** Opens a file by its name. */
async function openFile({ page }: Window, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type=text]').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

describe('commands of the palette', () => {
  let window: Window;
  let many: string;
  before(async () => {
    many = manyFiles();
    window = await Window.open({ folder: many, open: 'f0000.py' });
  });
  after(async () => {
    await window.close();
    rmSync(many, { recursive: true, force: true });
  });

  it('have what they found beside them, in the status of the language', async () => {
    await window.squiggles().first().waitFor({ state: 'attached' });
    const status = window.page.locator('[id="status.languageStatus"]');
    await until(async () => /Losswright: 1 loss · 1 error/.test((await status.first().getAttribute('aria-label')) ?? ''));
    await window.picture('commands-1-status');
  });

  it('stop reading the workspace when they are told to, and export what was read as SARIF, where the reader says', async () => {
    await window.command('Losswright: Analyse Workspace');
    await window.page.locator('[id="status.notifications"]').click();
    const notice = window.page.locator('.notifications-center .notification-list-item', { hasText: 'reading the losses' });
    await notice.getByRole('button', { name: 'Cancel' }).click();
    await notice.waitFor({ state: 'detached' });
    await window.command('Losswright: Export Findings');
    const file = join(window.folder, 'losswright.sarif');
    const path = window.page.locator('.quick-input-widget input[type=text]').first();
    await until(async () => (await path.isVisible()) && (await path.inputValue()) === file);
    await window.page.keyboard.press('Enter');
    await until(() => existsSync(file) && statSync(file).size > 0);
    const { runs } = JSON.parse(readFileSync(file, 'utf8')) as Sarif;
    const files = new Set(runs[0]?.results.flatMap(({ locations }) => JSON.stringify(locations).match(/f\d{4}\.py/) ?? []));
    assert.ok(files.has('f0000.py'));
    assert.ok(files.size < MANY, `${files.size} files were read`);
  });

  it('insert a known loss in the library of the file, chosen from a list', async () => {
    const { page } = window;
    const input = page.locator('.quick-input-widget input[type=text]').first();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await openFile(window, 'empty.py');
    await window.lines('import torch').first().waitFor();
    await page.locator('.view-line').last().click();
    // The command asks at once which loss, in the same box.
    await page.keyboard.press('F1');
    await input.fill('>Losswright: Insert Loss');
    await rows.filter({ hasText: 'Insert Loss' }).first().click();
    await until(async () => (await input.getAttribute('placeholder')) === 'Which loss to insert?');
    await input.fill('huber');
    await window.picture('commands-2-insert');
    await rows.filter({ hasText: 'Huber' }).first().click();
    await window.lines('huber_loss').first().waitFor();
  });
});

describe('a notebook in one of several folders', () => {
  let window: Window;
  let own: string;
  before(async () => {
    own = mkdtempSync(join(tmpdir(), 'losswright-own-'));
    cpSync(join(FOLDER, 'cells.ipynb'), join(own, 'cells.ipynb'));
    cpSync(join(FOLDER, 'hazard.py'), join(own, 'first.py'));
    mkdirSync(join(own, '.vscode'));
    writeFileSync(join(own, '.vscode/settings.json'), JSON.stringify({ 'losswright.language': 'zh-cn' }));
    window = await Window.open({ folder: own, beside: resolve(FOLDER, '../../../examples'), open: 'first.py' });
  });
  after(async () => {
    await window.close();
    rmSync(own, { recursive: true, force: true });
  });

  it('has the settings of its folder in its cells', async () => {
    // The window can show notebooks once its extensions run.
    await window.page.locator('.codelens-decoration', { hasText: '预览' }).first().waitFor({ timeout: 60_000 });
    await openFile(window, 'cells.ipynb');
    const lens = window.page.locator('.notebook-editor .codelens-decoration', { hasText: '预览' });
    await lens.first().waitFor({ timeout: 60_000 });
    await window.picture('commands-3-notebook');
  });
});

describe('a panel beside a file of many losses', () => {
  let window: Window;
  before(async () => {
    window = await Window.open({ open: 'regression.py' });
    await window.page.locator('.codelens-decoration a').first().click();
    await window.panel().locator('.chart.value canvas').waitFor();
  });
  after(() => window.close());

  it('follows the caret, unless it is pinned', async () => {
    const shown = window.panel().locator('.title select').first();
    const goTo = (name: string) => window.lines(`def ${name}`).first().locator('span', { hasText: name }).last().click();
    await goTo('huber');
    await until(async () => (await shown.inputValue()) === 'huber');
    await window.panel().getByLabel('Pin').check();
    await goTo('mean_squared_error');
    await window.page.locator('.statusbar', { hasText: /Ln 6, / }).waitFor();
    assert.equal(await shown.inputValue(), 'huber');
    await window.panel().getByLabel('Pin').uncheck();
    await goTo('mean_absolute_error');
    await until(async () => (await shown.inputValue()) === 'mean_absolute_error');
  });
});

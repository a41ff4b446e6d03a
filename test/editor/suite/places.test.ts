import assert from 'node:assert/strict';
import { languages, NotebookCellData, NotebookCellKind, NotebookData, Uri, window, workspace } from 'vscode';
import type { NotebookDocument } from 'vscode';
import { VirtualFiles } from './virtual-files';
import {
  closeAll,
  diagnosticsOf,
  hoverText,
  placeOf,
  rewrite,
  showText,
  waitForDiagnostics,
  waitForLenses,
  waitForSilence,
} from './workspace';

const HELPER = 'import torch\n\n\ndef probabilities(z):\n    return torch.softmax(z, dim=-1)\n';
const IMPORTER =
  'import torch\nfrom helper import probabilities\n\n\ndef entropy(z):\n    p = probabilities(z)\n    return -(p * torch.log(p)).sum(dim=-1).mean()\n';
/** Both in one file. */
const WHOLE = HELPER + IMPORTER.replace(/.*helper.*\n/, '');
const FENCES =
  '# Notes\n\n```python\nimport torch\n\ndef entropy(z):\n    p = torch.softmax(z, dim=-1)\n    return -(p * torch.log(p)).sum()\n```\n\n```loss\n# losswright: x in R; wrt x\nf(x) = abs(x)\n```\n';

const FILES: Readonly<Record<string, string>> = { '/helper.py': HELPER, '/importer.py': IMPORTER };

/** A notebook of these cells of Python. */
async function showCells(...cells: readonly string[]): Promise<NotebookDocument> {
  const data = new NotebookData(cells.map((text) => new NotebookCellData(NotebookCellKind.Code, text, 'python')));
  const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
  await window.showNotebookDocument(notebook);
  return notebook;
}

describe('every place where code stands', () => {
  afterEach(closeAll);

  it('counts: a virtual file that no disk has, and the module it imports', async () => {
    const files = new VirtualFiles('losswright-virtual', (path) => FILES[path]);
    try {
      const { document } = await window.showTextDocument(await workspace.openTextDocument(files.uri('/importer.py')));
      const [found] = await waitForDiagnostics(document.uri);
      assert.equal(document.getText(found?.range), 'torch.log(p)');
    } finally {
      await closeAll();
      files.dispose();
    }
  });

  it('counts: a text whose address has no folders to look for a configuration in', async () => {
    const provider = workspace.registerTextDocumentContentProvider('losswright-text', { provideTextDocumentContent: () => WHOLE });
    try {
      const document = await workspace.openTextDocument(Uri.parse('losswright-text:whole.py'));
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'python'));
      const [found] = await waitForDiagnostics(document.uri);
      assert.equal(document.getText(found?.range), 'torch.log(p)');
    } finally {
      await closeAll();
      provider.dispose();
    }
  });

  it('counts: a cell that uses what earlier cells define, and no cell below it', async () => {
    const notebook = await showCells('import torch\nSMALL = 1e-3', HELPER, IMPORTER.replace(/.*helper.*\n/, ''));
    const last = notebook.cellAt(2).document;
    const [found] = await waitForDiagnostics(last.uri);
    assert.equal(last.getText(found?.range), 'torch.log(p)');
    const [lens] = await waitForLenses(last.uri);
    assert.match(lens?.command?.title ?? '', /^1 error/);
    assert.match(await hoverText(last.uri, placeOf(last, 'torch.log(p)')), /-inf|−∞/);
    await rewrite(last, last.getText().replace('torch.log(p)', 'torch.log(p + SMALL)'));
    await waitForSilence(last.uri);
    assert.match(await hoverText(last.uri, placeOf(last, 'entropy')), /smooth/i);
  });

  it('counts: fences of Markdown, Python and .loss, in a file that was never saved', async () => {
    const { document } = await showText(FENCES, 'markdown');
    const [found] = await waitForDiagnostics(document.uri);
    assert.equal(document.getText(found?.range), 'torch.log(p)');
    const lenses = await waitForLenses(document.uri);
    assert.deepEqual(
      lenses.map(({ range }) => document.lineAt(range.start.line).text),
      ['def entropy(z):', 'f(x) = abs(x)'],
    );
    assert.match(await hoverText(document.uri, placeOf(document, 'f(x)')), /kink/i);
    assert.equal(diagnosticsOf(document.uri).length, 1);
  });
});

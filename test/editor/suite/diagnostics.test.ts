import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, DiagnosticSeverity, DiagnosticTag, window, workspace } from 'vscode';
import type { Diagnostic, NotebookDocument, Uri } from 'vscode';
import { waitFor } from './wait';
import { closeAll, diagnosticsOf, fileUri, rewrite, show, showText, waitForDiagnostics, waitForLenses, waitForSilence } from './workspace';

const HAZARD =
  'import torch\n\n\ndef entropy(logits):\n    p = torch.softmax(logits, dim=-1)\n    return -(p * torch.log(p)).sum(dim=-1).mean()\n';
const UNUSED = 'import torch\n\n\ndef focal_loss(pred, logits, target):\n    return ((pred - target) ** 2).mean()\n';
const SAFE = 'import torch\n\n\ndef squared(pred, target):\n    return ((pred - target) ** 2).mean()\n';

describe('diagnostics', () => {
  afterEach(closeAll);

  it('underline a logarithm that can reach zero, with the rule as a link', async () => {
    const { document } = await show('hazard.py');
    const isError = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error;
    const first = await waitFor('an error', () => diagnosticsOf(document.uri).find(isError));
    assert.ok(typeof first.code === 'object' && String(first.code.value).startsWith('stability/'));
    assert.equal((first.code.target as Uri).scheme, 'command');
    assert.match(document.getText(first.range), /log/);
    assert.ok(first.message.length > 20, first.message);
  });

  it('follow the text: gone once the hazard is gone, back with it, without a save', async () => {
    const { document } = await showText(HAZARD);
    await waitForDiagnostics(document.uri);
    await rewrite(document, SAFE);
    await waitForSilence(document.uri);
    await rewrite(document, HAZARD);
    await waitForDiagnostics(document.uri);
  });

  it('say nothing about a safe loss', async () => {
    const { document } = await show('safe.py');
    await waitForLenses(document.uri);
    assert.deepEqual(diagnosticsOf(document.uri), []);
  });

  it('say nothing about what every call in the workspace keeps away, until one does not', async () => {
    const { document } = await show('bounded.py');
    await waitForLenses(document.uri);
    assert.deepEqual(diagnosticsOf(document.uri), []);
    const caller = await workspace.openTextDocument(fileUri('train_bounded.py'));
    const before = caller.getText();
    await rewrite(caller, before.replace('.clamp(min=1e-4)', ''));
    await caller.save();
    await waitForDiagnostics(document.uri);
    await rewrite(caller, before);
    await caller.save();
    await waitForSilence(document.uri);
  });

  it('are cleared when the document is closed', async () => {
    const { document } = await show('hazard.py');
    await waitForDiagnostics(document.uri);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForSilence(document.uri);
  });

  it('reach into the fences of a Markdown file', async () => {
    const { document } = await show('note.md');
    const [first] = await waitForDiagnostics(document.uri);
    assert.match(document.getText(first?.range), /log/);
  });

  it('reach into the cells of a notebook, whose imports stand in another cell', async () => {
    const notebook: NotebookDocument = await workspace.openNotebookDocument(fileUri('cells.ipynb'));
    await window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(2).document;
    const [first] = await waitForDiagnostics(cell.uri);
    assert.match(cell.getText(first?.range), /log/);
    assert.deepEqual(diagnosticsOf(notebook.cellAt(1).document.uri), []);
  });

  it('are silenced by a comment on the line', async () => {
    const { document } = await showText(HAZARD);
    await waitForDiagnostics(document.uri);
    await rewrite(document, HAZARD.replace('.mean()\n', '.mean()  # losswright: ignore\n'));
    await waitForSilence(document.uri);
  });

  it('tell each step of the evidence where it happens', async () => {
    const { document } = await show('hazard.py');
    const [found] = await waitForDiagnostics(document.uri);
    const steps = found?.relatedInformation?.map(({ message, location }) => [message, document.getText(location.range)]);
    assert.deepEqual(steps, [
      ['softmax(logits) is 0 here', 'torch.softmax(logits, dim=-1)'],
      ['the gradient of logits is nan', 'logits'],
    ]);
  });

  it('fade what has no effect, and nothing else', async () => {
    const { document } = await showText(UNUSED);
    const [found] = await waitForDiagnostics(document.uri);
    assert.deepEqual([document.getText(found?.range), found?.tags], ['logits', [DiagnosticTag.Unnecessary]]);
    const hazard = await show('hazard.py');
    const [other] = await waitForDiagnostics(hazard.document.uri);
    assert.equal(other?.tags ?? null, null);
  });

  it('wait for a save where a setting says so', async () => {
    const settings = workspace.getConfiguration('losswright');
    await settings.update('run', 'onSave', ConfigurationTarget.Global);
    await waitFor('the setting', () => workspace.getConfiguration('losswright').get('run') === 'onSave' || undefined);
    const { document } = await show('hazard.py');
    const before = document.getText();
    const waits = async (): Promise<boolean> => {
      await rewrite(document, before);
      await document.save();
      await waitForDiagnostics(document.uri);
      // What was saved is analysed first: an edit that comes before would be read with it.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await rewrite(document, before.replace('torch.log(p)', 'torch.log_softmax(logits, dim=-1)'));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return diagnosticsOf(document.uri).length === 1;
    };
    try {
      // A configuration file that another test took away may be noticed late, and then all is read anew.
      assert.ok((await waits()) || (await waits()) || (await waits()));
      await document.save();
      await waitForSilence(document.uri);
    } finally {
      await settings.update('run', undefined, ConfigurationTarget.Global);
      await rewrite(document, before);
      await document.save();
    }
  });

  it('take the severity that a setting gives them', async () => {
    const { document } = await show('hazard.py');
    await waitForDiagnostics(document.uri);
    const settings = workspace.getConfiguration('losswright');
    await settings.update('rules', { 'stability/*': 'off' }, ConfigurationTarget.Global);
    await waitForSilence(document.uri);
    await settings.update('rules', undefined, ConfigurationTarget.Global);
    await waitForDiagnostics(document.uri);
  });

  it('survive any text', async () => {
    const { document } = await showText(HAZARD);
    await waitForDiagnostics(document.uri);
    for (const text of [
      '',
      'import torch\ndef f(',
      '\u0000import torch',
      `import torch\nx = ${'('.repeat(3000)}`,
      '((((\nimport torch\n))))',
    ])
      await rewrite(document, text);
    await rewrite(document, HAZARD);
    await waitForDiagnostics(document.uri);
  });
});

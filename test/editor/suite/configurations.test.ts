import assert from 'node:assert/strict';
import { DiagnosticSeverity, Uri, workspace } from 'vscode';
import { waitFor } from './wait';
import { closeAll, diagnosticsOf, fileUri, show, waitForDiagnostics, waitForSilence } from './workspace';

const write = (name: string, text: string): Thenable<void> => workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

describe('configuration files', () => {
  const written: Uri[] = [];

  afterEach(async () => {
    await closeAll();
    for (const uri of written.splice(0)) await workspace.fs.delete(uri);
  });

  it('silence rules in the editor, from the moment they are saved', async () => {
    const { document } = await show('hazard.py');
    await waitForDiagnostics(document.uri);
    written.push(fileUri('losswright.json'));
    await write('losswright.json', '{ "ignore": ["stability", "gradient"] }');
    await waitForSilence(document.uri);
    await workspace.fs.delete(fileUri('losswright.json'));
    written.pop();
    await waitForDiagnostics(document.uri);
  });

  it('show what is else not shown, as grave as they say', async () => {
    written.push(fileUri('pyproject.toml'));
    written.push(fileUri('bent.py'));
    await write('bent.py', 'import torch\n\n\ndef brier_loss(logits, target):\n    return ((torch.sigmoid(logits) - target) ** 2).mean()\n');
    await write('pyproject.toml', '[tool.losswright.severity]\n"convexity/*" = "warning"\n');
    const { document } = await show('bent.py');
    const found = await waitFor('a finding on convexity', () =>
      diagnosticsOf(document.uri).find(({ code }) => typeof code === 'object' && String(code.value).startsWith('convexity/')),
    );
    assert.equal(found.severity, DiagnosticSeverity.Warning);
  });
});

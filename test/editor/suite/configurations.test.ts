import type { Uri } from 'vscode';
import { DiagnosticSeverity, workspace } from 'vscode';
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

  it('decide how grave a finding is', async () => {
    written.push(fileUri('pyproject.toml'));
    await write('pyproject.toml', '[tool.losswright.severity]\n"stability/*" = "information"\n');
    const { document } = await show('hazard.py');
    await waitFor('a lighter finding', () =>
      diagnosticsOf(document.uri).find(({ severity }) => severity === DiagnosticSeverity.Information),
    );
  });
});

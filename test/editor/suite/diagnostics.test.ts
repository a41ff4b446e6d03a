import assert from 'node:assert/strict';
import { DiagnosticSeverity, Position, Range, WorkspaceEdit, workspace } from 'vscode';
import { waitFor } from './wait';
import { diagnosticsOf, show, waitForDiagnostics } from './workspace';

describe('diagnostics', () => {
  it('underline a logarithm that can reach zero, with the rule as a link', async () => {
    const { document } = await show('hazard.py');
    const [first] = await waitForDiagnostics(document.uri);
    assert.equal(first?.severity, DiagnosticSeverity.Error);
    assert.ok(typeof first.code === 'object' && String(first.code.value).startsWith('stability/'));
    assert.match(document.getText(first.range), /log/);
  });

  it('follow the text: gone once the hazard is gone, without a save', async () => {
    const { document } = await show('hazard.py');
    await waitForDiagnostics(document.uri);
    const original = document.getText();
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(new Position(0, 0), document.positionAt(original.length)), 'def nothing():\n    return 0\n');
    assert.ok(await workspace.applyEdit(edit));
    await waitFor('the diagnostics to go', () => (diagnosticsOf(document.uri).length === 0 ? true : undefined));
  });

  it('say nothing about a safe loss', async () => {
    const safe = await show('safe.py');
    const hazard = await show('hazard.py');
    await waitForDiagnostics(hazard.document.uri).catch(() => undefined);
    assert.deepEqual(diagnosticsOf(safe.document.uri), []);
  });
});

import assert from 'node:assert/strict';
import { commands, env, window } from 'vscode';
import { waitFor } from './wait';
import { closeAll, placeOf, show, waitForDiagnostics } from './workspace';
import { Selection } from 'vscode';

const tabs = (): string[] => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('commands', () => {
  afterEach(closeAll);

  it('show the page of a rule', async () => {
    await commands.executeCommand('losswright.explainRule', 'stability/log-zero-prob');
    await waitFor('the page', () => tabs().find((label) => label.includes('log-zero-prob')));
  });

  it('show a readable report', async () => {
    await show('hazard.py');
    await commands.executeCommand('losswright.showReport');
    await waitFor('the report', () => tabs().find((label) => label.includes('hazard.py.md')));
  });

  it('copy the program that reproduces an error', async () => {
    const editor = await show('hazard.py');
    await waitForDiagnostics(editor.document.uri);
    const place = placeOf(editor.document, 'return');
    editor.selection = new Selection(place, place);
    await commands.executeCommand('losswright.copyReproducer');
    assert.match(await env.clipboard.readText(), /import torch/);
  });

  it('copy a failing test, and a formula as LaTeX, mathjs or Python', async () => {
    const { document, selection } = await show('hazard.py');
    assert.ok(selection);
    await waitForDiagnostics(document.uri);
    const place = placeOf(document, 'return');
    if (window.activeTextEditor) window.activeTextEditor.selection = new Selection(place, place);
    await commands.executeCommand('losswright.copyFailingTest');
    assert.match(await env.clipboard.readText(), /^def test_cross_entropy_\w+\(\):$/m);
    const copied = async (notation: string): Promise<string> => {
      await commands.executeCommand('losswright.copyFormula', document.uri.toString(), 'cross_entropy', notation);
      return env.clipboard.readText();
    };
    assert.match(await copied('LaTeX'), /\\log/);
    assert.match(await copied('mathjs'), /log\(/);
    assert.match(await copied('Python'), /^def cross_entropy\(/m);
  });
});

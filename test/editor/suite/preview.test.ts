import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { waitFor } from './wait';
import { closeAll, placeOf, show, waitForLenses } from './workspace';

const tabs = (): string[] => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

describe('the lens and the preview', () => {
  afterEach(closeAll);

  it('states errors and verdicts above the loss', async () => {
    const { document } = await show('hazard.py');
    const [lens] = await waitForLenses(document.uri);
    assert.equal(lens?.range.start.line, placeOf(document, 'def ').line);
    assert.match(lens?.command?.title ?? '', /^1 error · smooth · convex in logits · Preview$/);
  });

  it('opens beside the text and leaves the caret where it is', async () => {
    const { document } = await show('safe.py');
    const [lens] = await waitForLenses(document.uri);
    assert.ok(lens?.command);
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
    await waitFor('the panel', () => (tabs().includes('Loss: squared_error') ? true : undefined));
    assert.equal(window.activeTextEditor?.document, document);
  });

  it('is one panel, however often it is asked for', async () => {
    const { document } = await show('hazard.py');
    await waitForLenses(document.uri);
    await commands.executeCommand('losswright.preview', document.uri.toString(), 'cross_entropy');
    await commands.executeCommand('losswright.preview', document.uri.toString(), 'cross_entropy');
    await waitFor('the panel', () => (tabs().filter((label) => label.startsWith('Loss: ')).length === 1 ? true : undefined));
  });
});

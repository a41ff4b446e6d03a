import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { waitFor } from './wait';
import { closeAll, show } from './workspace';

const panels = (): string[] =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).filter((label) => label.startsWith('Loss: '));

describe('Compare Losses', () => {
  afterEach(closeAll);

  it('opens the preview of a loss of the file, known losses beside it', async () => {
    const { document } = await show('safe.py');
    await commands.executeCommand('losswright.compareLosses', ['squared_error', 'huber', 'nothing of the kind']);
    await waitFor('the panel', () => (panels().includes('Loss: squared_error') ? true : undefined));
    assert.equal(window.activeTextEditor?.document, document);
  });

  it('takes the first loss of the file where only known ones are named', async () => {
    await show('huber.loss');
    await commands.executeCommand('losswright.compareLosses', ['mean-squared-error']);
    await waitFor('the panel', () => (panels().includes('Loss: huber') ? true : undefined));
  });
});

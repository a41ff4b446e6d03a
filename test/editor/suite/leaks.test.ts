import assert from 'node:assert/strict';
import { commands, languages, workspace } from 'vscode';
import { counted } from './listeners';
import { VirtualFiles } from './virtual-files';
import { note, waitFor } from './wait';
import { closeAll, show, waitForDiagnostics, waitForLenses } from './workspace';

const DOCUMENTS = 200;

/** So many are open at once, and the preview of one of them. */
const BATCH = 50;

const text = (path: string): string =>
  `import torch\n\n\ndef loss${path.replace(/\D/g, '')}(logits, target):\n    return -(target * torch.log(torch.softmax(logits, dim=-1))).mean()\n`;

const timers = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

describe('two hundred documents, opened and closed', () => {
  const files = new VirtualFiles('losswright-leaks', text);
  after(() => files.dispose());
  afterEach(closeAll);

  it('leave no listener, no panel, no timer and no problem behind', async function () {
    this.timeout(120_000);
    const { document: first } = await show('hazard.py');
    await waitForLenses(first.uri);
    await closeAll();
    const before = { ...counted(), timers: timers() };
    assert.ok(before.listeners > 10, `${before.listeners} listeners were counted`);
    for (let i = 0; i < DOCUMENTS; i += BATCH) {
      const batch = await Promise.all(Array.from({ length: BATCH }, (_, j) => workspace.openTextDocument(files.uri(`/loss${i + j}.py`))));
      await Promise.all(batch.map(({ uri }) => commands.executeCommand('vscode.open', uri, { background: true, preview: false })));
      const [document] = batch;
      assert.ok(document);
      await waitForDiagnostics(document.uri, 60_000);
      await commands.executeCommand('losswright.preview', document.uri.toString(), `loss${i}`);
      await waitFor('the panel', () => (counted().panels === before.panels + 1 ? true : undefined));
      await closeAll();
    }
    await waitFor('the problems to go', () => (left() === 0 ? true : undefined));
    await waitFor('the panels to go', () => (counted().panels === before.panels ? true : undefined));
    const after = { ...counted(), timers: timers() };
    note(
      `${DOCUMENTS} documents: ${before.listeners} listeners before, ${after.listeners} after; ${before.timers} timers, ${after.timers} after`,
    );
    assert.equal(after.listeners, before.listeners);
    assert.ok(after.timers <= before.timers + 5, `${after.timers} timers`);
  });
});

function left(): number {
  return languages.getDiagnostics().flatMap(([, found]) => found.filter(({ source }) => source === 'losswright')).length;
}

import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Range, workspace } from 'vscode';
import type { InlayHint, TextDocument } from 'vscode';
import { waitFor } from './wait';
import { closeAll, showText, waitForLenses } from './workspace';

const TEXT =
  'import torch\n\n\ndef bce_loss(logits, target=(0, 1), eps=1e-3):  # losswright: target in [0, 1]\n    p = torch.sigmoid(logits)\n    return -(target * torch.log(p + eps)).mean()\n';

const hints = async (document: TextDocument): Promise<string[]> => {
  const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new Range(0, 0, 10, 0));
  return found.map(({ label, position }) => `${document.lineAt(position).text.slice(0, position.character)} ${String(label)}`);
};

describe('inlay hints', () => {
  const set = (value: boolean | undefined): Thenable<void> =>
    workspace.getConfiguration('losswright').update('inlayHints', value, ConfigurationTarget.Workspace);

  afterEach(async () => {
    await set(undefined);
    await closeAll();
  });

  it('are off unless asked for, and tell what was declared', async () => {
    const { document } = await showText(TEXT);
    await waitForLenses(document.uri);
    assert.deepEqual(await hints(document), []);
    await set(true);
    const shown = await waitFor('hints', async () => {
      const found = await hints(document);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(shown.includes('def bce_loss(logits, target ∈ [0, 1]'), shown.join('\n'));
  });
});

import assert from 'node:assert/strict';
import { commands, Position } from 'vscode';
import type { CompletionList } from 'vscode';
import { closeAll, hoverText, placeOf, show, showText, waitForLenses } from './workspace';

const labelsAt = async (text: string, language: string): Promise<string[]> => {
  const { document } = await showText(text, language);
  const end = document.positionAt(text.length);
  const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
};

describe('the catalogue', () => {
  afterEach(closeAll);

  it("explains a library's own loss where it is called", async () => {
    const { document } = await show('library.py');
    const text = await hoverText(document.uri, placeOf(document, 'CrossEntropyLoss'));
    assert.match(text, /cross\\?-entropy/i);
    assert.match(text, /!\[[^\n]+\]\(data:image\/svg\+xml,/);
    assert.match(text, /Watch: /);
  });

  it('knows a loss under whatever name it was imported, and by the way it is called', async () => {
    const text = `import torch.nn.functional as F
from torch.nn.functional import (
    huber_loss as h,
)
import optax
from keras.losses import BinaryCrossentropy as BCE
a = F.mse_loss(1, 2)
b = h(1, 2)
c = optax.losses.cosine_distance(1, 2) + optax.huber_loss(1, 2)
d = BCE(name="x", from_logits=True)
e = BCE()
`;
    const { document } = await showText(text);
    const named = async (place: string): Promise<string> =>
      /\*\*(.*?)\*\*/.exec(await hoverText(document.uri, placeOf(document, place)))?.[1] ?? '';
    assert.match(await named('F.mse_loss(1'), /^Mean squared error/);
    assert.match(await named('h(1, 2)'), /^Huber/);
    assert.match(await named('optax.huber_loss(1'), /^Huber/);
    assert.match(await named('BCE(name'), /logits/);
    assert.match(await named('BCE()'), /probabilities/);
  });

  it('says nothing of other names', async () => {
    const { document } = await show('library.py');
    assert.equal(await hoverText(document.uri, placeOf(document, 'criterion')), '');
    assert.equal(await hoverText(document.uri, new Position(0, 8)), '');
  });

  it('completes known losses in a .loss file, and statements in a declaration', async () => {
    assert.ok((await labelsAt('hu', 'loss')).includes('huber'));
    assert.ok((await labelsAt('# losswright:', 'loss')).includes('x in R'));
    assert.ok((await labelsAt('import torch\n# losswright:', 'python')).includes('wrt x'));
    assert.ok((await labelsAt('import torch\nx = 1  # losswright: p in R; ignore[stab', 'python')).includes('stability/log-zero-prob'));
  });

  it('completes declarations with the parameters of the loss they stand above', async () => {
    const text = 'f(pred, width) = abs(pred) / width\n';
    const { document } = await showText(`# losswright: \n${text}`, 'loss');
    await waitForLenses(document.uri);
    const at = document.positionAt('# losswright: '.length);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    const item = items.find(({ label }) => label === 'pred in {0, 1}');
    assert.equal(typeof item?.insertText === 'object' ? item.insertText.value : '', '${1|pred,width|} in {0, 1\\}');
  });
});

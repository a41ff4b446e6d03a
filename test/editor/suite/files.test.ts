import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { waitFor } from './wait';
import { closeAll, fileUri, show, showText, waitForDiagnostics } from './workspace';
import type { CompletionList } from 'vscode';

interface Sarif {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string } }[] };
    };
    readonly results: readonly { readonly ruleId: string; readonly locations: readonly object[] }[];
  }[];
}

describe('files', () => {
  afterEach(closeAll);

  it('are analysed on demand and exported as SARIF', async () => {
    await show('hazard.py');
    await commands.executeCommand('losswright.analyseFile');
    const target = fileUri('out.sarif');
    await commands.executeCommand('losswright.exportFindings', target);
    const { runs } = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(target))) as Sarif;
    await workspace.fs.delete(target);
    const [run] = runs;
    const own = run?.results.filter(({ locations }) => JSON.stringify(locations).includes('"hazard.py"')) ?? [];
    assert.ok(own.length > 0);
    const rule = run?.tool.driver.rules.find(({ id }) => id === own[0]?.ruleId);
    assert.match(rule?.shortDescription.text ?? '', /\w/);
  });

  it('complete known losses in the library that they use', async () => {
    const offered = async (text: string): Promise<string | undefined> => {
      const { document } = await showText(text);
      const end = document.positionAt(text.length);
      const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
      const item = items.find(({ label }) => typeof label !== 'string' && label.label === 'huber');
      return typeof item?.insertText === 'object' ? item.insertText.value : undefined;
    };
    assert.match((await offered('import torch.nn.functional as F\nloss = hub')) ?? '', /F\.huber_loss/);
    assert.match((await offered('import optax\nloss = hub')) ?? '', /optax\.huber_loss/);
    assert.equal(await offered('import torch\nx.hub'), undefined);
    assert.equal(await offered('loss = hub'), undefined);
  });

  it('begin with a sample that has something to find', async () => {
    const document = await waitFor('the sample', async () => {
      await commands.executeCommand('losswright.openSample');
      const shown = window.activeTextEditor?.document;
      return shown?.isUntitled && shown.getText().includes('binary_cross_entropy') ? shown : undefined;
    });
    const [first] = await waitForDiagnostics(document.uri);
    assert.match(document.getText(first?.range), /log/);
  });
});

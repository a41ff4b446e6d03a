import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { waitFor } from './wait';
import { actionsOn, closeAll, diagnosticsOf, fileUri, show, showText, waitForDiagnostics, waitForSilence } from './workspace';

describe('code actions', () => {
  afterEach(closeAll);

  it('rewrite log(softmax) as the stable log_softmax, which ends the complaint', async () => {
    const { document } = await show('hazard.py');
    const [first] = await waitForDiagnostics(document.uri);
    assert.ok(first);
    const fix = (await actionsOn(document.uri, first.range)).find(({ edit, isPreferred }) => edit && isPreferred);
    assert.ok(fix?.edit, 'a preferred fix');
    await workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /log_softmax/);
    await waitForSilence(document.uri);
  });

  it('offer the page of the rule, and last to be silent about it', async () => {
    const { document } = await show('hazard.py');
    const [first] = await waitForDiagnostics(document.uri);
    assert.ok(first && typeof first.code === 'object');
    const code = String(first.code.value);
    const titles = await waitFor('the actions', async () => {
      const actions = (await actionsOn(document.uri, first.range)).filter(({ kind }) => kind?.value === 'quickfix');
      return actions.length > 0 ? actions.map(({ title }) => title) : undefined;
    });
    for (const title of [`Explain ${code}`, 'Walk through the failing inputs', 'Copy Reproducer', 'Copy as Failing Test'])
      assert.ok(titles.includes(title), `${title}: ${titles.join()}`);
    assert.equal(titles.at(-1), `Ignore ${code} on this line`);
  });

  it('silence a finding by a comment that the engine then obeys', async () => {
    const { document } = await show('hazard.py');
    const [first] = await waitForDiagnostics(document.uri);
    assert.ok(first && typeof first.code === 'object');
    const code = first.code.value;
    const silence = (await actionsOn(document.uri, first.range)).find(({ title }) => title.startsWith('Ignore'));
    assert.ok(silence?.edit);
    await workspace.applyEdit(silence.edit);
    assert.match(document.getText(), new RegExp(`# losswright: ignore\\[${code}\\]\n`));
    await waitFor('the finding to go', () =>
      diagnosticsOf(document.uri).some((one) => typeof one.code === 'object' && one.code.value === code) ? undefined : true,
    );
  });

  it('fix everything on save where the reader asks for it', async () => {
    const { document } = await show('hazard.py');
    await waitForDiagnostics(document.uri);
    // On a busy machine the editor may ask before the problems have reached it, and then finds nothing to do.
    await waitFor('the fix', async () => {
      await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll', apply: 'first' });
      return /log_softmax/.test(document.getText()) ? true : undefined;
    });
    await waitForSilence(document.uri);
    assert.match(document.getText(), /log_softmax/);
  });

  it('fix all of a kind at once', async () => {
    const { document } = await showText(await textOfTwo());
    const [first] = await waitFor('both problems', () => {
      const found = diagnosticsOf(document.uri);
      return found.length > 1 ? found : undefined;
    });
    assert.ok(first);
    const all = (await actionsOn(document.uri, first.range)).find(({ title }) => title.startsWith('Fix all problems of stability/'));
    assert.ok(all?.edit);
    await workspace.applyEdit(all.edit);
    assert.equal(document.getText().match(/log_softmax/g)?.length, 2);
    await waitForSilence(document.uri);
  });
});

/** The loss of hazard.py, and the same again under another name. */
async function textOfTwo(): Promise<string> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(fileUri('hazard.py')));
  return `${text}\n\n${text.slice(text.indexOf('def ')).replace('def cross_entropy', 'def second_loss')}`;
}

import assert from 'node:assert/strict';
import { commands, languages, window } from 'vscode';
import type { CompletionList, Diagnostic, DocumentSymbol, SemanticTokens, SemanticTokensLegend, TextDocument } from 'vscode';
import { waitFor } from './wait';
import { closeAll, rewrite, show, showText } from './workspace';

const BROKEN = '# losswright: x in R; wrt x\nf(x) = log(x\n\ng(x) = foo(x)\n';

const underlined = (document: TextDocument): Diagnostic[] =>
  languages.getDiagnostics(document.uri).filter(({ source }) => source === 'losswright');

describe('the .loss language', () => {
  afterEach(closeAll);

  it('underlines what cannot be read, until it can', async () => {
    const { document } = await showText(BROKEN, 'loss');
    const found = await waitFor('two problems', () => (underlined(document).length === 2 ? underlined(document) : undefined));
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [1, 3],
    );
    await rewrite(document, 'f(x) = x^2\n');
    await waitFor('none', () => (underlined(document).length === 0 ? true : undefined));
  });

  it('colours names by what they stand for', async () => {
    const { document } = await show('huber.loss');
    const legend = await commands.executeCommand<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await waitFor('tokens', async () => {
      const given = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
      return given?.data.length > 0 ? given : undefined;
    });
    const types = new Set(tokens.data.filter((_, i) => i % 5 === 3));
    assert.deepEqual([...types].map((type) => legend.tokenTypes[type]).sort(), ['function', 'parameter']);
  });

  it('completes functions, and names of the file', async () => {
    const text = 'scale = 2\nf(x) = logsu';
    const { document } = await showText(text, 'loss');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(text.length),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const name of ['logsumexp', 'scale', 'x', 'pi']) assert.ok(labels.includes(name), name);
  });

  it('has an outline with formulas', async () => {
    const { document } = await show('huber.loss');
    const [symbol] = await waitFor('symbols', async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return found && found.length > 0 ? found : undefined;
    });
    assert.equal(symbol?.name, 'huber');
    assert.match(symbol.detail, /delta/);
  });

  it('starts a new file with a definition', async () => {
    await commands.executeCommand('losswright.newLossFile');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'loss');
    assert.match(document.getText(), /^huber\(/m);
  });
});

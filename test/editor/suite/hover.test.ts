import assert from 'node:assert/strict';
import { commands, MarkdownString, type Hover, type Position, type Uri } from 'vscode';
import { waitFor } from './wait';
import { show } from './workspace';

async function hoverText(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof MarkdownString ? content.value : ''))).join('\n');
}

describe('hover', () => {
  it('shows formula and verdicts on the name of a loss', async () => {
    const { document } = await show('safe.py');
    const name = document.positionAt(document.getText().indexOf('squared_error') + 2);
    const text = await waitFor('a hover', async () => {
      const found = await hoverText(document.uri, name);
      return found === '' ? undefined : found;
    });
    assert.match(text, /convex/i);
    assert.match(text, /data:image\/svg\+xml|\\frac|\^2/);
  });
});

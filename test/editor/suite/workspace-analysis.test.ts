import { commands } from 'vscode';
import { waitFor } from './wait';
import { closeAll, diagnosticsOf, fileUri } from './workspace';

describe('the analysis of a workspace', () => {
  afterEach(closeAll);

  it('finds problems in files that are not open', async () => {
    await commands.executeCommand('losswright.analyseWorkspace');
    for (const name of ['hazard.py', 'note.md'])
      await waitFor(`problems in ${name}`, () => (diagnosticsOf(fileUri(name)).length > 0 ? true : undefined));
  });
});

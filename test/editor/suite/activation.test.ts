import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { activate, EXTENSION } from './workspace';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('activation', () => {
  it('takes less than a second in a busy window', async () => {
    assert.ok((await activate()) < 1000);
  });

  it('registers every command that the manifest offers', async () => {
    await activate();
    const manifest = extensions.getExtension(EXTENSION)?.packageJSON as Manifest;
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});

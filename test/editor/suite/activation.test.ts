import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { note } from './wait';
import { activate, closeAll, EXTENSION, show } from './workspace';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const threads = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort' || resource === 'Worker').length;

describe('activation', () => {
  afterEach(closeAll);

  it('registers its surfaces and returns', async () => {
    const before = process.cpuUsage();
    const milliseconds = await activate();
    const { user, system } = process.cpuUsage(before);
    const worked = (user + system) / 1000;
    note(`activation: ${milliseconds.toFixed(0)} ms, of which ${worked.toFixed(0)} ms of processor time`);
    assert.ok(worked < 1000, `${worked} ms of processor time`);
  });

  it('registers every command that the manifest offers', async () => {
    await activate();
    const manifest = extensions.getExtension(EXTENSION)?.packageJSON as Manifest;
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('starts no engine for a Python file without a numeric library', async () => {
    await activate();
    const before = threads();
    await show('plain.py');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(threads(), before);
  });
});

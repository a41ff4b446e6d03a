import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { watchHost } from './held';
import { note } from './wait';
import { activate, closeAll, EXTENSION, show } from './workspace';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Milliseconds that loading and registering may take, and how many times that a machine which stalls gets: the note tells the figure. */
const LONGEST = 20;
const STALLED = 5;

const threads = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort' || resource === 'Worker').length;

describe('activation', () => {
  afterEach(closeAll);

  it('registers its surfaces and returns', async () => {
    const watched = watchHost();
    const milliseconds = await activate();
    const held = await watched();
    note(
      `activation: the host was held for at most ${held.toFixed(0)} ms; ${milliseconds.toFixed(0)} ms until VS Code said that it is done`,
    );
    assert.ok(held <= STALLED * LONGEST, `${held} ms`);
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

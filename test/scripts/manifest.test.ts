import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(text('package.json')) as Manifest;
const english = JSON.parse(text('package.nls.json')) as Record<string, string>;
const chinese = JSON.parse(text('package.nls.zh-cn.json')) as Record<string, string>;

interface Manifest {
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly tomlValidation: readonly { readonly url: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly completionEvents?: readonly string[] }[] }[];
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>> };
  };
}

describe('manifest', () => {
  it('has every sentence in both languages, and no other', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([a-zA-Z.-]+)%/g)].map(([, key]) => key);
    assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  it('names files that exist', () => {
    const { languages, grammars, jsonValidation, tomlValidation } = manifest.contributes;
    const pages = [english, chinese].flatMap((table) => Object.values(table).filter((value) => value.startsWith('media/')));
    const named = [
      manifest.icon,
      ...pages,
      ...jsonValidation.map(({ url }) => url),
      // Editors of TOML fetch what they are told to, so that it is the address of a file of the repository.
      ...tomlValidation.map(({ url }) => /\/main\/(.*)$/.exec(url)?.[1] ?? url),
      ...languages.map(({ configuration }) => configuration),
      ...grammars.map(({ path }) => path),
    ];
    assert.deepEqual(
      named.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('offers in menus only commands that it contributes', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    const offered = Object.values(manifest.contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      offered.filter((command) => !commands.has(command)),
      [],
    );
  });

  it('ships no command line, which is no part of the extension, and every bundle that is', () => {
    const shipped = text('.vscodeignore');
    assert.doesNotMatch(shipped, /cli/);
    for (const name of ['extension', 'extension.web', 'worker', 'thread', 'typeset', 'panel'])
      assert.match(shipped, new RegExp(`[{,]${name.replace('.', '\\.')}[,}]`));
    assert.doesNotMatch(shipped, /^!dist\/\*\.js/m);
  });

  it('says of every command about a file when it is enabled', () => {
    const anywhere = ['explainRule', 'restart', 'showLog', 'newLossFile', 'openSample'].map((name) => `losswright.${name}`);
    const bare = manifest.contributes.commands.filter(({ enablement }) => enablement === undefined).map(({ command }) => command);
    assert.deepEqual(bare.sort(), anywhere.sort());
  });

  it('declares the settings that the editor reads, with the same defaults', () => {
    const { properties } = manifest.contributes.configuration;
    const read = [...text('src/editor/settings.ts').matchAll(/settings\.get(?:<[^>]*>)?\('([a-zA-Z.]+)', ([^)]+)\)/g)];
    assert.deepEqual(read.map(([, name]) => `losswright.${name}`).sort(), Object.keys(properties).sort());
    for (const [, name, fallback = ''] of read) {
      assert.deepEqual(properties[`losswright.${name}`]?.default, JSON.parse(fallback.replaceAll("'", '"')), name);
    }
  });

  it('keeps no hidden page alive', () => {
    const sources = readdirSync(join(root, 'src/editor')).filter((name) => name.endsWith('.ts'));
    assert.deepEqual(
      sources.filter((name) => text(`src/editor/${name}`).includes('retainContextWhenHidden')),
      [],
    );
  });

  it('pins every dependency exactly', () => {
    const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('stays within the limits of the marketplace', () => {
    assert.ok(manifest.keywords.length <= 30);
  });

  it('leads through five steps, whose buttons are commands', () => {
    const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const commands = manifest.contributes.commands.map(({ command }) => command);
    const linked = [english, chinese].flatMap((table) =>
      [...JSON.stringify(table).matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command),
    );
    const awaited = steps.flatMap(({ completionEvents = [] }) => completionEvents.map((event) => event.replace('onCommand:', '')));
    assert.equal(steps.length, 5);
    assert.ok(linked.length > 0);
    assert.deepEqual(
      [...linked, ...awaited].filter((command) => !commands.includes(command ?? '')),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { complaint } from '../../scripts/architecture/import-table.cjs';
import { unusedExports } from '../../scripts/architecture/exports';
import { findCycle, importsOf, modulesBelow } from '../../scripts/architecture/modules';
import { foldersOf } from '../../scripts/generate/folder';
import { ruleCodes } from '../../scripts/generate/rules-index';

const root = resolve(__dirname, '../..');
const modules = [...modulesBelow(join(root, 'src')), ...modulesBelow(join(root, 'media'))];
/** Where else the source is imported from; `test/host` holds a whole VS Code. */
const TESTS = [
  ...foldersOf(join(root, 'test'))
    .filter((name) => name !== 'host')
    .map((name) => `test/${name}`),
  'scripts',
];

const shown = (file: string): string => relative(root, file);

describe('architecture', () => {
  it('reads imports of every form', () => {
    const text = "import { a,\n b } from './x';\nimport type { C } from 'y';\nimport './z';\nexport * from './w';\nconst s = 'from';\n";
    const found = importsOf(text).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' type' : ''}`);
    assert.deepEqual(found, ['./x', 'y type', './z', './w']);
  });

  it('keeps to the import table', () => {
    const complaints = modules.flatMap(({ file, imports }) =>
      imports.flatMap(({ specifier, typeOnly }) => {
        const why = complaint(file, specifier, typeOnly);
        return why === null ? [] : [`${shown(file)}: ${why}`];
      }),
    );
    assert.deepEqual(complaints, []);
  });

  it('would notice a forbidden import', () => {
    assert.equal(typeof complaint(join(root, 'src/engine/text/span.ts'), 'vscode', false), 'string');
    assert.equal(typeof complaint(join(root, 'src/engine/ops/add.ts'), 'node:fs', false), 'string');
    assert.equal(typeof complaint(join(root, 'src/engine/ops/add.ts'), '../lift/lift', false), 'string');
    assert.equal(complaint(join(root, 'src/engine/ops/add.ts'), '../numerics/interval', false), null);
  });

  it('has no import cycle', () => {
    assert.deepEqual(findCycle(modules)?.map(shown), undefined);
  });

  it('exports nothing that no other module needs', () => {
    const hosts = /^src\/(extension|worker|host\/web\/[a-z-]+)\.ts/;
    const importers = [...modules, ...TESTS.flatMap((folder) => modulesBelow(join(root, folder)))];
    assert.deepEqual(
      unusedExports(modules, importers)
        .map(shown)
        .filter((key) => !hosts.test(key)),
      [],
    );
  });

  it('has a page for every rule', () => {
    const missing = ruleCodes(join(root, 'src/engine/rules')).filter((code) => !existsSync(join(root, 'docs/rules', `${code}.md`)));
    assert.deepEqual(missing, []);
  });

  it('has fresh generated files', () => {
    const { stderr, status } = spawnSync(process.execPath, ['--import=tsx', 'scripts/generate.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});

'use strict';

const { cpSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { runTests } = require('@vscode/test-electron');

const root = resolve(__dirname, '../..');

/** The VS Code to test in: the one named, a downloaded one (undefined), or the npm host. */
function executable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const npmHostRuns = process.platform === 'linux' && process.arch === 'x64';
  return process.env.LOSSWRIGHT_VSCODE === 'download' || !npmHostRuns ? undefined : join(root, 'test/host/launcher.mjs');
}

async function main() {
  const workspace = mkdtempSync(join(tmpdir(), 'losswright-workspace-'));
  cpSync(join(root, 'test/editor/workspace'), workspace, { recursive: true });
  const vscodeExecutablePath = executable();
  try {
    await runTests({
      ...(vscodeExecutablePath === undefined ? {} : { vscodeExecutablePath }),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist/test/editor/suite/index.js'),
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { LOSSWRIGHT_TEST_REPORTER: join(__dirname, 'counting-reporter.cjs') },
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

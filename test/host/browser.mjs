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

/** Unpacks the Chromium of npm into the temporary folder, with the libraries that a bare system lacks. */
async function npmBrowser() {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'; // asks the package for those libraries
  const require = createRequire(join(setUpChromium(), 'package.json'));
  const { default: carrier } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')).href);
  return carrier.executablePath();
}

/** Path of a Chromium: the one named by CHROMIUM, the system's, or the one that npm carries. */
export async function findBrowser() {
  return process.env.CHROMIUM || SYSTEM_BROWSERS.find((path) => existsSync(path)) || npmBrowser();
}

/** A headless Chromium that can reach loopback addresses only. */
export async function startBrowser() {
  return chromium.launch({ executablePath: await findBrowser(), headless: true, args: FLAGS });
}

#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts: runs a suite inside the extension host of the npm VS Code
// and ends with the suite's exit code.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startBrowser } from './browser.mjs';
import { pageAddress } from './page.mjs';
import { startServer } from './server.mjs';
import { setUpHost } from './setup.mjs';

const LIMIT = Number(process.env.LOSSWRIGHT_TEST_TIMEOUT_MS ?? 400_000);
const verbose = Boolean(process.env.LOSSWRIGHT_TEST_VERBOSE);

/** The words of a VS Code command line that matter here; the rest (sandbox, updates, …) concern the desktop only. */
function readCommandLine(words) {
  const value = (name) => words.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3));
  const folder = words.find((word) => !word.startsWith('-'));
  return {
    extensions: value('extensionDevelopmentPath').map((path) => resolve(path)),
    tests: value('extensionTestsPath').map((path) => resolve(path))[0],
    kind: value('extensionDevelopmentKind')[0],
    folder: folder === undefined ? undefined : resolve(folder),
  };
}

/** Copies what is appended to a file to standard output, until `stop`. */
function follow(file) {
  let shown = 0;
  const copy = () => {
    const text = readFileSync(file, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  const timer = setInterval(copy, 200);
  return {
    stop() {
      clearInterval(timer);
      copy();
      return shown > 0;
    },
  };
}

/** Opens the page and resolves with the exit code that the workbench reports when the suite has ended. */
async function runSuite(browser, address, log) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  return new Promise((resolveCode, reject) => {
    setTimeout(() => reject(new Error(`The suite gave no result within ${LIMIT / 1000} s`)), LIMIT).unref();
    page.on('crash', () => reject(new Error('The page crashed')));
    if (verbose) page.on('console', (message) => console.error('[page]', message.text()));
    page
      .exposeFunction('codeAutomationLog', (_type, words) => void log.push(words.join(' ')))
      .then(() => page.exposeFunction('codeAutomationExit', (code) => resolveCode(code)))
      .then(() => page.goto(address))
      .catch(reject);
  });
}

async function main() {
  setUpHost();
  const commandLine = readCommandLine(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'losswright-report-'));
  const output = join(scratch, 'output.txt');
  writeFileSync(output, '');
  const server = await startServer({ environment: { LOSSWRIGHT_TEST_OUTPUT: output } });
  const browser = await startBrowser();
  const end = async () => {
    await browser.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void end().finally(() => process.exit(130)));
  const log = [];
  const report = follow(output);
  try {
    const code = await runSuite(browser, pageAddress(server, commandLine), log);
    if (!report.stop() || verbose) console.error(log.join('\n'));
    return code;
  } catch (error) {
    report.stop();
    console.error(log.join('\n'));
    console.error(error);
    return 1;
  } finally {
    await end();
  }
}

process.exit(await main());

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { countListeners } from './listeners';

/** Runs the suites beside this file inside the extension host; rejects when a test fails. */
export function run(): Promise<void> {
  countListeners();
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  const reporter = process.env['LOSSWRIGHT_TEST_REPORTER'];
  if (reporter !== undefined) mocha.reporter(reporter);
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}

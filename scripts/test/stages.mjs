import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from './process.mjs';

const reporter = 'scripts/test/counting-reporter.cjs';
const mocha = 'node_modules/mocha/bin/mocha.js';

/** As many files at once as there are processors, up to eight. */
const sideBySide = ['--parallel', '--jobs', String(Math.min(8, Math.max(2, availableParallelism())))];

/** The three stages in order: name, program, arguments, seconds allowed, style of report. */
export const STAGES = [
  {
    name: 'pure',
    words: [mocha, ...sideBySide, '--reporter', reporter, '--ignore', 'test/{editor,host,ui}/**', 'test/**/*.test.ts'],
    seconds: 480,
    style: 'dot',
  },
  { name: 'editor', words: ['scripts/test/run-editor.cjs'], seconds: 420, style: 'spec' },
  { name: 'ui', words: [mocha, '--reporter', reporter, '--timeout', '90000', 'test/ui/**/*.test.ts'], seconds: 480, style: 'spec' },
];

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, complete: false };
  }
}

/**
 * Runs one stage and counts its tests. A stage that ends early, fails without naming a test, or runs no test counts as one failure more.
 */
export async function runStage({ name, words, seconds, style }, root) {
  console.log(`\n── ${name} tests`);
  const scratch = mkdtempSync(join(tmpdir(), 'losswright-counts-'));
  const file = join(scratch, 'counts.json');
  const environment = { LOSSWRIGHT_TEST_COUNTS: file, LOSSWRIGHT_TEST_STYLE: style };
  const code = await runProcess(process.execPath, words, { cwd: root, seconds, environment });
  const { passed, failed, complete } = readCounts(file);
  rmSync(scratch, { recursive: true, force: true });
  const why = !complete
    ? 'did not run to its end'
    : passed + failed === 0
      ? 'ran no test'
      : code !== 0 && failed === 0
        ? `ended with code ${code}`
        : null;
  if (why !== null) console.error(`The ${name} stage ${why}.`);
  return { passed, failed: failed + (why === null ? 0 : 1) };
}

#!/usr/bin/env node
// npm test: checks, build, then three stages of tests; the last line is the sum.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpHost } from '../test/host/setup.mjs';
import { killAll, runProcess } from './test/process.mjs';
import { runStage, STAGES } from './test/stages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const only = process.argv.find((word) => word.startsWith('--stage='))?.slice('--stage='.length);

/** What must hold before any test is worth running. */
const CHECKS = [
  ['types', ['node_modules/typescript-native/bin/tsc', '--noEmit']],
  ['types of the panel', ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'media']],
  ['lint', ['node_modules/eslint/bin/eslint.js', '.']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  ['generated files', ['--import=tsx', 'scripts/generate.ts', '--check']],
  ['budget', ['scripts/test/budget.mjs']],
];

async function runNode(name, words) {
  const start = Date.now();
  const code = await runProcess(process.execPath, words, { cwd: root, seconds: 180 });
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return code === 0 ? 0 : 1;
}

/** Failures of the checks; they run side by side. */
async function runChecks() {
  const failures = await Promise.all(CHECKS.map(([name, words]) => runNode(name, words)));
  return failures.reduce((sum, failure) => sum + failure, 0);
}

/** Counts of the stages, one after another; without a build there is nothing to test. */
async function runStages() {
  const total = { passed: 0, failed: await runNode('build', ['esbuild.js']) };
  if (total.failed > 0) return total;
  for (const stage of STAGES.filter(({ name }) => only === undefined || name === only)) {
    const { passed, failed } = await runStage(stage, root);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function main() {
  const broken = only === undefined ? await runChecks() : 0;
  const { passed, failed } = await runStages();
  console.log(`\n${passed} passed, ${failed + broken} failed`);
  return failed + broken === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    killAll();
    process.exit(130);
  });
}

if (only !== 'pure' && process.platform === 'linux' && process.arch === 'x64') setUpHost();
process.exitCode = await main();

#!/usr/bin/env node
// Builds what is shipped into a scratch folder and holds each file, gzipped, against its budget.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Kilobytes of each shipped bundle, gzipped. */
const BUDGETS = {
  'extension.js': 45,
  'extension.web.js': 45,
  'thread.js': 1,
  'worker.js': 530,
  'typeset.js': 600,
  'formulas.json': 30,
  'panel.js': 90,
  'panel.css': 8,
  'tree-sitter-python.wasm': 75,
  'web-tree-sitter.wasm': 90,
};
/** Kilobytes of everything in the package. */
const WHOLE = 1500;

/** What is shipped beside the bundles. */
const OTHERS = ['docs/rules', 'media/walkthrough', 'media/icon.png', 'media/losswright.schema.json', 'package.json', 'README.md'];

function filesUnder(path) {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];
}

const size = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1024;
const outdir = mkdtempSync(join(tmpdir(), 'losswright-budget-'));
try {
  const build = spawnSync(process.execPath, ['esbuild.js', '--production', `--outdir=${outdir}`], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
  const bundles = Object.entries(BUDGETS).map(([name, budget]) => ({ name, budget, taken: size(join(outdir, name)) }));
  const rest = OTHERS.flatMap((path) => filesUnder(join(root, path))).reduce((sum, path) => sum + size(path), 0);
  const whole = bundles.reduce((sum, { taken }) => sum + taken, rest);
  for (const { name, budget, taken } of [...bundles, { name: 'the package', budget: WHOLE, taken: whole }]) {
    if (process.argv.includes('--print')) console.log(`${name}: ${taken.toFixed(0)} of ${budget} KB`);
    if (taken <= budget) continue;
    console.error(`${name} takes ${taken.toFixed(0)} KB gzipped; its budget is ${budget} KB`);
    process.exitCode = 1;
  }
} finally {
  rmSync(outdir, { recursive: true, force: true });
}

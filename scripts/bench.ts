import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../src/engine/check/check';
import { languageOf } from '../src/engine/check/language';
import { liftSource } from '../src/engine/check/lift-source';
import { DEFAULT_OPTIONS } from '../src/engine/check/options';
import type { Source } from '../src/engine/check/source';
import { createTools } from '../src/engine/check/tools';
import type { Tools } from '../src/engine/check/tools';

/**
 * `npm run bench`: how long the engine takes over the project's own fixtures, in milliseconds and as multiples of parsing a fixed
 * file of 5,000 lines in the same run, which holds on any machine.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const resolve = (name: string): string => createRequire(join(root, 'package.json')).resolve(name);
const LINES = 5000;
const ROUNDS = 5;

async function main(): Promise<void> {
  const tools = await createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  const yardstick = parsing(tools);
  const sources = [...fixtures(join(root, 'test/fixtures/losses')), ...stabilityCases()];
  sources.forEach((source) => checkSource(source, tools, DEFAULT_OPTIONS));
  const lifted = timesPerLoss(sources, (source) => liftSource(source, tools, DEFAULT_OPTIONS).lifted.length);
  const checked = timesPerLoss(sources, (source) => checkSource(source, tools, DEFAULT_OPTIONS).report.losses.length);
  console.log(`parsing ${LINES} lines: ${yardstick.toFixed(1)} ms (the yardstick)`);
  show('parse and lift, per loss', lifted, yardstick);
  show('whole check, per loss', checked, yardstick);
}

function parsing({ python }: Tools): number {
  const text = Array.from(
    { length: LINES / 5 },
    (_, i) => `def f${i}(x, y):\n    a = x * ${i} + y\n    b = a.exp().log()\n    return (a - b) ** 2\n\n`,
  ).join('');
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    python.parse(text).dispose();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function fixtures(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const language = languageOf(entry.name);
    if (entry.isDirectory()) return fixtures(path);
    return language ? [{ path, language, text: readFileSync(path, 'utf8') }] : [];
  });
}

function stabilityCases(): Source[] {
  const { hazards, safe } = JSON.parse(readFileSync(join(root, 'test/fixtures/stability.json'), 'utf8')) as Record<
    'hazards' | 'safe',
    { code: string }[]
  >;
  return [...hazards, ...safe].map(({ code }, i) => ({ path: `case${i}.py`, language: 'python', text: code }));
}

/** The best time of each source over several rounds, shared among its losses. */
function timesPerLoss(sources: readonly Source[], work: (source: Source) => number): number[] {
  return sources.flatMap((source) => {
    const runs = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      const losses = work(source);
      return { losses, time: performance.now() - start };
    });
    const losses = runs[0]?.losses ?? 0;
    const best = Math.min(...runs.map(({ time }) => time));
    return new Array<number>(losses).fill(best / Math.max(1, losses));
  });
}

function show(what: string, times: readonly number[], yardstick: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const sum = times.reduce((total, time) => total + time, 0);
  const cell = (ms: number): string => `${ms.toFixed(2)} ms (${(ms / yardstick).toFixed(3)}×)`;
  console.log(`${what}: ${times.length} losses, median ${cell(at(0.5))}, p95 ${cell(at(0.95))}, p99 ${cell(at(0.99))}, all ${cell(sum)}`);
}

void main();

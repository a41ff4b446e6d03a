import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionVerdictsOf } from '../src/engine/analyses/function-verdicts';
import { StudyCache } from '../src/engine/check/cache';
import { check, checkSource } from '../src/engine/check/check';
import { languageOf } from '../src/engine/check/language';
import { LastParse } from '../src/engine/check/last-parse';
import { liftSource } from '../src/engine/check/lift-source';
import { DEFAULT_OPTIONS } from '../src/engine/check/options';
import type { CheckOptions } from '../src/engine/check/options';
import type { Source } from '../src/engine/check/source';
import { Readings } from '../src/engine/lift/losses/readings';
import { createTools } from '../src/engine/check/tools';
import type { Tools } from '../src/engine/check/tools';
import { FRAMEWORKS } from '../src/engine/frameworks';

/**
 * `npm run bench`: how long the engine takes, in milliseconds of processor time and as multiples of parsing a fixed file of
 * 5,000 lines in the same run, which holds on any machine. The code is warmed up on other sources than those measured, and of
 * several runs of a source the best counts.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const resolve = (name: string): string => createRequire(join(root, 'package.json')).resolve(name);
const LINES = 5000;
const ROUNDS = 3;

/** A source is run again until this many milliseconds are spent on it. */
const ENOUGH = 100;

async function main(): Promise<void> {
  const tools = await createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  for (const source of [...files('examples'), ...files('test/fixtures/losses/numpy')]) checkSource(source, tools, DEFAULT_OPTIONS);
  const yardstick = best(() => parse(tools));
  console.log(`parsing ${LINES} lines: ${yardstick.toFixed(1)} ms (the yardstick)`);
  const stability = cases('stability.json', stabilityCases);
  const fixtures = ['torch', 'jax', 'tensorflow'].flatMap((framework) => files(`test/fixtures/losses/${framework}`));
  const lift = (source: Source): number => liftSource(source, tools, DEFAULT_OPTIONS).lifted.length;
  const whole = (source: Source): number => checkSource(source, tools, DEFAULT_OPTIONS).report.losses.length;
  show('parse and lift', timesPerLoss([...stability, ...fixtures], lift), yardstick);
  show(
    'faults, cases of stability',
    timesPerLoss(stability, (source) => faultsOnly(source, tools, DEFAULT_OPTIONS)),
    yardstick,
  );
  show('whole check, cases of stability', timesPerLoss(stability, whole), yardstick);
  const verdicts = (source: Source): number => {
    const { lifted } = liftSource(source, tools, DEFAULT_OPTIONS);
    for (const { loss } of lifted) functionVerdictsOf(loss, FRAMEWORKS[loss.framework].conventions);
    return lifted.length;
  };
  show('verdicts, cases of convexity', timesPerLoss(cases('convexity.json', convexityCases), verdicts), yardstick);
  show('whole check, cases of convexity', timesPerLoss(cases('convexity.json', convexityCases), whole), yardstick);
  show('whole check, fixtures', timesPerLoss(fixtures, whole), yardstick);
  const jax = files('test/fixtures/losses/jax');
  show('one loss of a file changed, to its faults', timesOfEdits(jax, tools, faultsOnly), yardstick);
  show('one loss of a file changed, to the whole report', timesOfEdits(jax, tools, checkSource), yardstick);
}

/** Goes on until the faults are known, which Problems shows, and counts the losses. */
function faultsOnly(source: Source, tools: Tools, options: CheckOptions): number {
  for (const step of check(source, tools, options)) if (step.kind === 'faults') return step.report.losses.length;
  return 0;
}

function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The best of several runs. */
function best(work: () => unknown): number {
  let [least, spent] = [Infinity, 0];
  for (let round = 0; round < ROUNDS && spent < ENOUGH; round++) {
    const start = clock();
    work();
    const time = clock() - start;
    least = Math.min(least, time);
    spent += time;
  }
  return least;
}

const LONG_FILE = Array.from(
  { length: LINES / 5 },
  (_, i) => `def f${i}(x, y):\n    a = x * ${i} + y\n    b = a.exp().log()\n    return (a - b) ** 2\n\n`,
).join('');

function parse({ python }: Tools): void {
  python.parse(LONG_FILE).dispose();
}

function files(folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const language = languageOf(entry.name);
    if (entry.isDirectory()) return files(path);
    return language ? [{ path, language, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

function cases<T>(file: string, read: (cases: T) => Source[]): Source[] {
  return read(JSON.parse(readFileSync(join(root, 'test/fixtures', file), 'utf8')) as T);
}

function stabilityCases({ hazards, safe }: Record<'hazards' | 'safe', { code: string }[]>): Source[] {
  return [...hazards, ...safe].map(({ code }, i) => ({ path: `case${i}.py`, language: 'python', text: code }));
}

interface ConvexityCase {
  readonly expression: string;
  readonly domains: Readonly<Record<string, string>>;
  readonly wrt: readonly string[];
}

function convexityCases(list: readonly ConvexityCase[]): Source[] {
  return list.map(({ expression, domains, wrt }, i) => {
    const declared = Object.entries(domains).map(([name, domain]) => `${name} in ${domain}; `);
    const text = `# losswright: ${declared.join('')}wrt ${wrt.join(', ')}\nf(${Object.keys(domains).join(', ')}) = ${expression}\n`;
    return { path: `case${i}.loss`, language: 'loss', text };
  });
}

/** The best time of each source, shared among its losses. */
function timesPerLoss(sources: readonly Source[], work: (source: Source) => number): number[] {
  return sources.flatMap((source) => {
    let losses = 0;
    const time = best(() => (losses = work(source)));
    return new Array<number>(losses).fill(time / Math.max(1, losses));
  });
}

/** Times of a check of each file after a line was added to its last loss, which is analysed anew while the others are remembered. */
function timesOfEdits(sources: readonly Source[], tools: Tools, work: typeof faultsOnly | typeof checkSource): number[] {
  return sources.flatMap((source) => {
    const options = { ...DEFAULT_OPTIONS, cache: new StudyCache(500), parse: new LastParse(), readings: new Readings() };
    checkSource(source, tools, options);
    let edits = 0;
    const time = best(() => {
      edits += 1;
      work({ ...source, text: edited(source.text, edits) }, tools, options);
    });
    return edited(source.text, 0) === source.text ? [] : [time];
  });
}

/** The text with a number of the last statement that returns changed. */
function edited(text: string, by: number): string {
  const at = text.lastIndexOf('return ');
  return at < 0 ? text : `${text.slice(0, at)}return ${by} + ${text.slice(at + 'return '.length)}`;
}

function show(what: string, times: readonly number[], yardstick: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const sum = times.reduce((total, time) => total + time, 0);
  const cell = (ms: number): string => `${ms.toFixed(2)} ms (${(ms / yardstick).toFixed(3)}×)`;
  console.log(`${what}: ${times.length}, median ${cell(at(0.5))}, p95 ${cell(at(0.95))}, p99 ${cell(at(0.99))}, all ${cell(sum)}`);
}

void main();

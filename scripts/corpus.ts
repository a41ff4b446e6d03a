/**
 * `npm run corpus -- DIR…`: how much of the losses in folders of Python the lift reads, by kind and framework, and what it misses,
 * most frequent first. Exit status 1 when reading a file throws.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Loss } from '../src/engine/ir/loss';
import { liftPython, type LiftResult } from '../src/engine/lift/lift-python';
import { mayHoldLosses } from '../src/engine/lift/losses/may-hold';
import { packagesWith } from '../src/engine/lift/modules/packages';
import type { Resolve } from '../src/engine/lift/modules/workspace';
import type { PyModule } from '../src/engine/syntax/python/node';
import { PythonParser } from '../src/engine/syntax/python/parser';

const MOST_REASONS = 60;
const DEEPEST = 8;

interface Tally {
  readonly losses: Loss[];
  readonly reasons: Map<string, number>;
  readonly crashes: string[];
  files: number;
  milliseconds: number;
}

const wasm = (path: string): Uint8Array => new Uint8Array(readFileSync(join('node_modules', path)));

function pythonFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.endsWith('.py') ? [path] : [];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap((name) => pythonFiles(join(path, name)));
}

const known = new Map<string, PyModule>();

function parse(parser: PythonParser, file: string): PyModule {
  const before = known.get(file);
  if (before) return before;
  const parsed = parser.parse(readFileSync(file, 'utf8'));
  parsed.dispose();
  known.set(file, parsed.module);
  return parsed.module;
}

/** Modules as a file's imports see them: relative names from its folder, absolute ones from the folders above it. */
function resolver(parser: PythonParser, file: string): Resolve {
  return (dotted) => {
    const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
    const rest = dotted.slice(dots).replaceAll('.', '/');
    let folder = dirname(file);
    for (let up = 1; up < dots; up++) folder = dirname(folder);
    for (let depth = 0; depth < (dots > 0 ? 1 : DEEPEST); depth++, folder = dirname(folder)) {
      const found = [`${join(folder, rest)}.py`, join(folder, rest, '__init__.py')].find(existsSync);
      if (found) return { module: parse(parser, found), path: found };
    }
    return undefined;
  };
}

function read(parser: PythonParser, packages: Resolve, file: string, tally: Tally): void {
  const text = readFileSync(file, 'utf8');
  const start = performance.now();
  try {
    if (mayHoldLosses(text, file))
      tell(liftPython(parse(parser, file), text, { path: file, modules: resolver(parser, file), packages }), tally);
  } catch (error) {
    tally.crashes.push(`${file}: ${String(error)}`);
  }
  tally.files++;
  tally.milliseconds += performance.now() - start;
}

function tell({ losses }: LiftResult, tally: Tally): void {
  tally.losses.push(...losses);
  const all = new Set(losses.flatMap((loss) => loss.missing.map(({ what, why }) => `${what}: ${why}`)));
  for (const reason of all) tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function row(name: string, losses: readonly Loss[]): string {
  const count = (status: Loss['status']): number => losses.filter((loss) => loss.status === status).length;
  const [full, partial] = [count('full'), count('partial')];
  return [
    name.padEnd(14),
    String(losses.length).padStart(7),
    percent(full, losses.length).padStart(9),
    percent(full + partial, losses.length).padStart(17),
    String(count('none')).padStart(6),
  ].join('');
}

function print({ losses, reasons, crashes, files, milliseconds }: Tally): void {
  console.log(
    `${files} files, ${losses.length} losses, ${(milliseconds / Math.max(1, losses.length / 100) / 1000).toFixed(2)} s per 100 losses\n`,
  );
  console.log(`${'which'.padEnd(14)} losses     full  full or partial  none`);
  console.log(row('all', losses));
  for (const kind of ['function', 'method', 'expression'] as const)
    console.log(
      row(
        kind,
        losses.filter((loss) => loss.kind === kind),
      ),
    );
  for (const framework of [...new Set(losses.map((loss) => loss.framework))].sort())
    console.log(
      row(
        framework,
        losses.filter((loss) => loss.framework === framework),
      ),
    );
  console.log('\nmissing, by the number of files');
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, MOST_REASONS))
    console.log(`${String(count).padStart(5)}  ${reason.replace(/\s+/g, ' ').slice(0, 150)}`);
  for (const crash of crashes) console.log(`crash: ${crash}`);
}

async function main(): Promise<void> {
  const parser = await PythonParser.create({
    runtime: wasm('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: wasm('tree-sitter-python/tree-sitter-python.wasm'),
  });
  const packages = packagesWith(parser);
  const tally: Tally = { losses: [], reasons: new Map(), crashes: [], files: 0, milliseconds: 0 };
  for (const file of process.argv.slice(2).flatMap(pythonFiles)) read(parser, packages, file, tally);
  print(tally);
  process.exitCode = tally.crashes.length > 0 ? 1 : 0;
}

void main();

/**
 * `npm run corpus -- DIR… [--functions FILE]`: how much of the losses in folders of Python the lift reads, by kind and framework, and
 * what it misses, most frequent first; with a survey's FILE only the functions that it names. Bundled first, as what is shipped is, so
 * that the time it tells is that of the product. Exit status 1 when reading a file throws.
 */
import { parseArgs } from 'node:util';
import type { Loss } from '../src/engine/ir/loss';
import { liftedFiles, type LiftedFile } from './lifted';
import { surveyedOf, wantedIn } from './surveyed';

const MOST_REASONS = 60;

interface Tally {
  readonly losses: Loss[];
  readonly reasons: Map<string, number>;
  readonly crashes: string[];
  files: number;
  milliseconds: number;
  /** Losses in the files that were read, wanted or not. */
  met: number;
  /** Functions of a survey that are no loss here. */
  unfound: number;
}

function add(tally: Tally, { result, crash, milliseconds }: LiftedFile, names: readonly string[] | null): void {
  tally.files++;
  tally.milliseconds += milliseconds;
  if (crash !== null) tally.crashes.push(crash);
  const all = result?.losses ?? [];
  const { found: losses, unfound } = names ? surveyedOf(all, names) : { found: all, unfound: 0 };
  tally.met += all.length;
  tally.unfound += unfound;
  tally.losses.push(...losses);
  const reasons = new Set(losses.flatMap((loss) => loss.missing.map(({ what, why }) => `${what}: ${why}`)));
  for (const reason of reasons) tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function row(name: string, losses: readonly Loss[], unfound = 0): string {
  const all = losses.length + unfound;
  const count = (status: Loss['status']): number => losses.filter((loss) => loss.status === status).length;
  const [full, partial] = [count('full'), count('partial')];
  return [
    name.padEnd(14),
    String(all).padStart(7),
    percent(full, all).padStart(9),
    percent(full + partial, all).padStart(17),
    String(count('none')).padStart(6),
    String(unfound).padStart(9),
  ].join('');
}

function print({ losses, reasons, crashes, files, milliseconds, met, unfound }: Tally): void {
  console.log(`${files} files, ${met} losses, ${(milliseconds / Math.max(1, met / 100) / 1000).toFixed(2)} s per 100 losses\n`);
  console.log(`${'which'.padEnd(14)} losses     full  full or partial  none  unfound`);
  console.log(row('all', losses, unfound));
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
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { functions: { type: 'string' } } });
  const tally: Tally = { losses: [], reasons: new Map(), crashes: [], files: 0, milliseconds: 0, met: 0, unfound: 0 };
  const wanted = values.functions === undefined ? null : wantedIn(positionals, values.functions);
  for await (const file of liftedFiles(wanted ? [...wanted.keys()] : positionals)) add(tally, file, wanted?.get(file.path) ?? null);
  print(tally);
  process.exitCode = tally.crashes.length > 0 ? 1 : 0;
}

void main();

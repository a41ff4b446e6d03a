/**
 * `npm run corpus -- DIR…`: how much of the losses in folders of Python the lift reads, by kind and framework, and what it misses,
 * most frequent first. Exit status 1 when reading a file throws.
 */
import type { Loss } from '../src/engine/ir/loss';
import { liftedFiles, type LiftedFile } from './lifted';

const MOST_REASONS = 60;

interface Tally {
  readonly losses: Loss[];
  readonly reasons: Map<string, number>;
  readonly crashes: string[];
  files: number;
  milliseconds: number;
}

function add(tally: Tally, { result, crash, milliseconds }: LiftedFile): void {
  tally.files++;
  tally.milliseconds += milliseconds;
  if (crash !== null) tally.crashes.push(crash);
  const losses = result?.losses ?? [];
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
  const tally: Tally = { losses: [], reasons: new Map(), crashes: [], files: 0, milliseconds: 0 };
  for await (const file of liftedFiles(process.argv.slice(2))) add(tally, file);
  print(tally);
  process.exitCode = tally.crashes.length > 0 ? 1 : 0;
}

void main();

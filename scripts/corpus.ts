/**
 * `npm run corpus -- DIR… [--functions FILE] [--jobs N]`: how much of the losses in folders of Python the lift reads, by kind and
 * framework, and what it misses, most frequent first; with a survey's FILE only the functions that it names. Bundled first, and by
 * half as many threads as the machine has cores, as what is shipped is, so that the time it tells is that of the product. Exit status 1 when reading a
 * file throws.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Loss } from '../src/engine/ir/loss';
import { YOUNG } from '../src/host/node/young';
import { liftedFiles, pythonFiles, type LiftedFile } from './lifted';
import { surveyedOf, wantedIn, type Wanted } from './surveyed';

const MOST_REASONS = 60;

/** What is told of one loss. */
type Row = Pick<Loss, 'name' | 'kind' | 'framework' | 'status' | 'missing'>;

/** What came of one file: the losses that are counted, how many others there are, and how many wanted functions are no loss here. */
interface Counted {
  readonly rows: readonly Row[];
  readonly met: number;
  readonly unfound: number;
  readonly crash: string | null;
  readonly milliseconds: number;
}

/** What a thread is given to do. */
interface Share {
  readonly files: readonly string[];
  readonly wanted: Wanted | null;
}

interface Tally {
  readonly counted: readonly Counted[];
  readonly threads: number;
  /** From the first file to the last, in milliseconds. */
  readonly waited: number;
}

function countedOf({ path, result, crash, milliseconds }: LiftedFile, wanted: Wanted | null): Counted {
  const all = result?.losses ?? [];
  const names = wanted?.get(path);
  const { found, unfound } = names ? surveyedOf(all, names) : { found: all, unfound: 0 };
  const rows = found.map(({ name, kind, framework, status, missing }) => ({ name, kind, framework, status, missing }));
  return { rows, met: all.length, unfound, crash, milliseconds };
}

async function work({ files, wanted }: Share): Promise<void> {
  for await (const file of liftedFiles(files)) parentPort?.postMessage(countedOf(file, wanted));
}

/** What a thread tells of its share. */
function told(share: Share): Promise<Counted[]> {
  return new Promise((resolve, reject) => {
    const counted: Counted[] = [];
    const worker = new Worker(__filename, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    worker.on('message', (one: Counted) => counted.push(one));
    worker.once('error', reject);
    worker.once('exit', () => resolve(counted));
  });
}

async function tallied(files: readonly string[], wanted: Wanted | null, threads: number): Promise<Tally> {
  const start = performance.now();
  const shares = Array.from({ length: threads }, (_, thread) => files.filter((_file, index) => index % threads === thread));
  const counted = (await Promise.all(shares.map((part) => told({ files: part, wanted })))).flat();
  return { counted, threads, waited: performance.now() - start };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function row(name: string, losses: readonly Row[], unfound = 0): string {
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

function sumOf(counted: readonly Counted[], of: (one: Counted) => number): number {
  return counted.reduce((sum, one) => sum + of(one), 0);
}

function reasonsIn(counted: readonly Counted[]): [string, number][] {
  const reasons = new Map<string, number>();
  for (const { rows } of counted)
    for (const reason of new Set(rows.flatMap(({ missing }) => missing.map(({ what, why }) => `${what}: ${why}`))))
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].sort((a, b) => b[1] - a[1]);
}

function print({ counted, threads, waited }: Tally): void {
  const met = sumOf(counted, (one) => one.met);
  const per = (milliseconds: number): string => (milliseconds / Math.max(1, met / 100) / 1000).toFixed(2);
  const spent = sumOf(counted, (one) => one.milliseconds);
  console.log(
    `${counted.length} files, ${met} losses, ${per(spent)} s per 100 losses; ${per(waited)} s waited for with ${threads} threads\n`,
  );
  const losses = counted.flatMap(({ rows }) => rows);
  const only = (name: string, is: (loss: Row) => boolean): void => console.log(row(name, losses.filter(is)));
  console.log(`${'which'.padEnd(14)} losses     full  full or partial  none  unfound`);
  console.log(
    row(
      'all',
      losses,
      sumOf(counted, (one) => one.unfound),
    ),
  );
  for (const kind of ['function', 'method', 'expression'] as const) only(kind, (loss) => loss.kind === kind);
  for (const framework of [...new Set(losses.map((loss) => loss.framework))].sort())
    only(framework, (loss) => loss.framework === framework);
  console.log('\nmissing, by the number of files');
  for (const [reason, count] of reasonsIn(counted).slice(0, MOST_REASONS))
    console.log(`${String(count).padStart(5)}  ${reason.replace(/\s+/g, ' ').slice(0, 150)}`);
  for (const { crash } of counted) if (crash !== null) console.log(`crash: ${crash}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { functions: { type: 'string' }, jobs: { type: 'string' } },
  });
  const wanted = values.functions === undefined ? null : wantedIn(positionals, values.functions);
  const threads = Math.max(1, Number(values.jobs ?? Math.floor(availableParallelism() / 2)));
  const tally = await tallied(wanted ? [...wanted.keys()] : positionals.flatMap(pythonFiles), wanted, threads);
  print(tally);
  process.exitCode = tally.counted.some(({ crash }) => crash !== null) ? 1 : 0;
}

void (isMainThread ? main() : work(workerData as Share));

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createTools } from '../engine/check/tools';
import type { Tools } from '../engine/check/tools';
import type { Arguments } from './arguments';
import { checkFile } from './check-file';
import type { FileOutcome } from './file-outcome';
import type { FoundFile } from './files';
import type { Io } from './io';
import { run } from './run';
import { Session } from './session';
import { YOUNG } from '../host/node/young';

/** What a thread is given to do. */
interface Share {
  readonly args: Arguments;
  readonly files: readonly FoundFile[];
}

/** What a thread says when it has checked one more file. */
const DONE = 'done';

const io: Io = {
  cwd: process.cwd(),
  color: isMainThread && process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  terminal: isMainThread && process.stderr.isTTY,
  out: (text) => void process.stdout.write(text),
  err: (text) => void (isMainThread && process.stderr.write(text)),
  stdin,
  share: (args, files, done) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(__filename, {
        workerData: { args, files } satisfies Share,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      });
      worker.on('message', (told: typeof DONE | FileOutcome[]) => (told === DONE ? done() : resolve(told)));
      worker.once('error', reject);
    }),
};

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function loadTools(): Promise<Tools> {
  const bytes = (name: string): Uint8Array => readFileSync(path.join(__dirname, name));
  return createTools({ runtime: bytes('web-tree-sitter.wasm'), grammar: bytes('tree-sitter-python.wasm') });
}

async function work({ args, files }: Share): Promise<void> {
  const session = new Session(args, io, await loadTools());
  const outcomes = files.map((file) => {
    const outcome = checkFile(session, file);
    parentPort?.postMessage(DONE);
    return outcome;
  });
  parentPort?.postMessage(outcomes);
}

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), io, loadTools);
}

void (isMainThread ? main() : work(workerData as Share));

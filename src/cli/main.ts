import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTools } from '../engine/check/tools';
import type { Io } from './io';
import { run } from './run';

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

const io: Io = {
  cwd: process.cwd(),
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin,
};

const bytes = (name: string): Uint8Array => readFileSync(path.join(__dirname, name));

void run(process.argv.slice(2), io, () =>
  createTools({ runtime: bytes('web-tree-sitter.wasm'), grammar: bytes('tree-sitter-python.wasm') }),
).then((status) => (process.exitCode = status));

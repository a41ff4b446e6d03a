import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../src/engine/check/options';
import type { Source } from '../src/engine/check/source';
import { createTools } from '../src/engine/check/tools';
import { isFormatName } from '../src/engine/numerics/format';

/** Prints, as JSON, the reproducer of every error of the fixtures with the module it imports: what test/oracle/reproducers.py runs. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const resolve = (name: string): string => createRequire(join(root, 'package.json')).resolve(name);

interface Fixture {
  readonly source: Source;
  readonly dtype: string;
}

async function main(): Promise<void> {
  const tools = await createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  const programs = [...cases(), ...files()].flatMap(({ source, dtype }) => {
    const formats = isFormatName(dtype) ? [dtype] : [];
    const { report } = checkSource(source, tools, { ...DEFAULT_OPTIONS, formats, minSeverity: 'error' });
    return report.findings.flatMap(({ reproducer, code, loss, witness }) =>
      reproducer === undefined ? [] : [{ path: source.path, loss, code, dtype: witness?.dtype, module: source.text, reproducer }],
    );
  });
  console.log(JSON.stringify(programs));
}

function cases(): Fixture[] {
  const { hazards } = JSON.parse(readFileSync(join(root, 'test/fixtures/stability.json'), 'utf8')) as {
    hazards: { id: string; code: string; dtype: string }[];
  };
  return hazards.map(({ id, code, dtype }) => ({ source: { path: `${id.toLowerCase()}.py`, language: 'python', text: code }, dtype }));
}

function files(): Fixture[] {
  return ['torch', 'jax', 'tensorflow', 'numpy'].flatMap((library) => {
    const folder = join(root, 'test/fixtures/losses', library);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.py'))
      .map((name): Fixture => {
        const path = `${library}_${basename(name)}`;
        return { source: { path, language: 'python', text: readFileSync(join(folder, name), 'utf8') }, dtype: '' };
      });
  });
}

void main();

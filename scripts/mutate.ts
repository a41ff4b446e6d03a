import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSource } from '../src/engine/check/check';
import { DEFAULT_OPTIONS } from '../src/engine/check/options';
import { createTools } from '../src/engine/check/tools';
import type { Tools } from '../src/engine/check/tools';
import { isFormatName } from '../src/engine/numerics/format';
import { MUTATIONS } from './mutate/mutations';

/**
 * `npm run mutate`: writes every labelled case differently and looks whether the findings follow the mathematics: the same rules
 * complain of a hazard, and nobody of its repaired form or of safe code. Exits with 1 where one does not.
 */
interface Hazard {
  readonly id: string;
  readonly code: string;
  readonly dtype: string;
  readonly fixed?: string | null;
}

interface Safe {
  readonly id: string;
  readonly code: string;
  readonly dtype?: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const resolve = (name: string): string => createRequire(join(root, 'package.json')).resolve(name);

async function main(): Promise<void> {
  const tools = await createTools({
    runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
  const { hazards, safe } = JSON.parse(readFileSync(join(root, 'test/fixtures/stability.json'), 'utf8')) as {
    hazards: Hazard[];
    safe: Safe[];
  };
  const cases = [
    ...hazards.map(({ id, code, dtype }) => ({ id, code, dtype })),
    ...safe.map(({ id, code, dtype }) => ({ id, code, dtype: dtype ?? '' })),
  ];
  let tried = 0;
  let lost = 0;
  for (const { id, code, dtype } of cases) {
    const before = complaints(code, dtype, tools);
    for (const { name, apply } of MUTATIONS) {
      const mutant = apply(code);
      if (mutant === null || mutant === code) continue;
      tried++;
      const after = complaints(mutant, dtype, tools);
      if (after === before) continue;
      lost++;
      console.log(`${id}, ${name}: ${before || 'silent'} became ${after || 'silent'}`);
    }
  }
  console.log(`${tried} mutants of ${cases.length} cases: ${tried - lost} with the same findings, ${lost} with others`);
  if (lost > 0) process.exitCode = 1;
}

/** Codes of the errors and warnings, and what is told as a precondition, in order. */
function complaints(text: string, dtype: string, tools: Tools): string {
  const formats = isFormatName(dtype) ? [dtype] : [];
  const { report } = checkSource({ path: 'case.py', language: 'python', text }, tools, {
    ...DEFAULT_OPTIONS,
    formats,
    minSeverity: 'warning',
  });
  const needs = report.losses.flatMap((loss) => loss.preconditions.map(({ text: condition }) => `needs ${condition}`));
  return [...new Set([...report.findings.map((finding) => finding.code), ...needs])].sort().join(', ');
}

void main();

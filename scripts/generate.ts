import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueIndex } from './generate/catalogue-index';
import { configSchema, projectSchema } from './generate/config-schema';
import { lossesIndex } from './generate/losses-index';
import { lossGrammar } from './generate/loss-grammar';
import { notices } from './generate/notices';
import { opsIndex } from './generate/ops-index';
import { readme } from './generate/readme';
import { rulesIndex } from './generate/rules-index';
import { rulesList } from './generate/rules-list';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every generated file: its path from the root, and what it should hold. */
function outputs(): [path: string, text: string][] {
  const engine = join(root, 'src/engine');
  const all: [string, string][] = [];
  if (existsSync(join(engine, 'ops/op.ts'))) all.push(['src/engine/ops/index.ts', opsIndex(join(engine, 'ops'))]);
  if (existsSync(join(engine, 'ops/losses/build.ts')))
    all.push(['src/engine/ops/losses/index.ts', lossesIndex(join(engine, 'ops/losses'))]);
  if (existsSync(join(engine, 'rules/rule.ts'))) all.push(['src/engine/rules/index.ts', rulesIndex(join(engine, 'rules'))]);
  all.push(['src/engine/catalogue/index.ts', catalogueIndex(join(engine, 'catalogue/losses'))]);
  const { parser, terms } = lossGrammar(join(engine, 'syntax/loss'));
  all.push(['src/engine/syntax/loss/parser.generated.ts', parser], ['src/engine/syntax/loss/terms.generated.ts', terms]);
  all.push(
    ['media/losswright.schema.json', configSchema(join(engine, 'rules'))],
    ['media/pyproject.schema.json', projectSchema(join(engine, 'rules'))],
  );
  all.push(['THIRD-PARTY-NOTICES.txt', notices(join(root, 'node_modules'))]);
  all.push(['docs/rules/README.md', rulesList(join(engine, 'rules'), join(root, 'docs/rules'))]);
  all.push(['README.md', readme(readFileSync(join(root, 'README.md'), 'utf8'), engine)]);
  return all;
}

/** Writes what is out of date, or with `--check` only names it and fails. */
function main(checkOnly: boolean): void {
  for (const [path, text] of outputs()) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (checkOnly) {
      console.error(`${path} is out of date: run npm run generate`);
      process.exitCode = 1;
      continue;
    }
    console.log(`wrote ${path}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

main(process.argv.includes('--check'));

import { modulesOf } from './folder';
import { camelCase, exportsName } from './names';

/** Text of `src/engine/catalogue/index.ts`: the entry of every file in `losses/`. */
export function catalogueIndex(folder: string): string {
  const entries = modulesOf(folder).filter(({ name, text }) => exportsName(text, camelCase(name)));
  return [
    '// Written by `npm run generate` from the files in losses/.',
    "import type { CatalogueEntry } from './catalogue-entry';",
    ...entries.map(({ name }) => `import { ${camelCase(name)} } from './losses/${name}';`),
    '',
    '/** All known losses, in the order of their ids. */',
    'export const CATALOGUE: readonly CatalogueEntry[] = [',
    ...entries.map(({ name }) => `  ${camelCase(name)},`),
    '];',
    '',
  ].join('\n');
}

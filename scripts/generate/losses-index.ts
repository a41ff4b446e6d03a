import { join } from 'node:path';
import { foldersOf, modulesOf } from './folder';
import { camelCase, exportsName } from './names';

/** Text of `src/engine/ops/losses/index.ts`: every constant of the folders inside that is a composite, in the order of its path. */
export function lossesIndex(folder: string): string {
  const found = foldersOf(folder).flatMap((library) =>
    modulesOf(join(folder, library))
      .filter(({ name, text }) => exportsName(text, camelCase(name)) && text.includes('= composite('))
      .map(({ name }) => ({ path: `./${library}/${name}`, constant: camelCase(name) })),
  );
  return [
    '// Written by `npm run generate` from the folders beside this file.',
    "import type { Composite } from './build';",
    ...found.map(({ path, constant }) => `import { ${constant} } from '${path}';`),
    '',
    '/** Every composite loss. */',
    'export const COMPOSITES: readonly Composite[] = [',
    ...found.map(({ constant }) => `  ${constant},`),
    '];',
    '',
  ].join('\n');
}

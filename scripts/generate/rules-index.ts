import { join } from 'node:path';
import { foldersOf, modulesOf } from './folder';
import { camelCase, exportsName, pascalCase } from './names';

/** Codes (`group/name`) of the rules below the folder: the modules of a group that export a constant of their own name. */
export function ruleCodes(folder: string): string[] {
  return foldersOf(folder).flatMap((group) =>
    modulesOf(join(folder, group))
      .filter(({ name, text }) => exportsName(text, camelCase(name)))
      .map(({ name }) => `${group}/${name}`),
  );
}

function importOf(code: string): { readonly alias: string; readonly line: string } {
  const [group = '', name = ''] = code.split('/');
  const alias = `${camelCase(group)}${pascalCase(name)}`;
  return { alias, line: `import { ${camelCase(name)} as ${alias} } from './${code}';` };
}

/** Text of `src/engine/rules/index.ts`. */
export function rulesIndex(folder: string): string {
  const imports = ruleCodes(folder).map(importOf);
  return [
    '// Written by `npm run generate` from the folders beside it.',
    ...imports.map(({ line }) => line),
    "import type { Rule } from './rule';",
    '',
    '/** Every rule, by code. */',
    'export const RULES: readonly Rule[] = [',
    ...imports.map(({ alias }) => `  ${alias},`),
    '];',
    '',
  ].join('\n');
}

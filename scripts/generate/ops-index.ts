import { modulesOf } from './folder';
import { camelCase, exportsName, snakeCase } from './names';

/** Kebab-case names of the operations in the folder: the modules that export a constant of their own name. */
export function opNames(folder: string): string[] {
  return modulesOf(folder)
    .filter(({ name, text }) => exportsName(text, camelCase(name)))
    .map(({ name }) => name);
}

/** Text of `src/engine/ops/index.ts`. */
export function opsIndex(folder: string): string {
  const names = opNames(folder);
  const entry = (name: string): string =>
    snakeCase(name) === camelCase(name) ? camelCase(name) : `${snakeCase(name)}: ${camelCase(name)}`;
  return [
    '// Written by `npm run generate` from the files of this folder.',
    ...names.map((name) => `import { ${camelCase(name)} } from './${name}';`),
    "import type { Op } from './op';",
    '',
    '/** Every operation by its name. */',
    'export const OPS: Readonly<Record<string, Op>> = {',
    ...names.map((name) => `  ${entry(name)},`),
    '};',
    '',
  ].join('\n');
}

import { targetOf, type SourceModule } from './modules';

/**
 * Exports that nothing needs, as `file: name`: values that no importer names, and types that neither an importer
 * nor their own module uses.
 */
export function unusedExports(modules: readonly SourceModule[], importers: readonly SourceModule[]): string[] {
  const passedOn = new Map(modules.map(({ file, text }) => [file, wholesOf(file, text)]));
  const imported = new Set(
    importers.flatMap(({ file, text }) => namesImported(file, text)).flatMap(([file, name]) => origins(file, name, passedOn)),
  );
  return modules.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async |abstract )?(const|function|class|interface|type)\*? (\w+)/gm)]
      .filter(([, kind = '', name = '']) => !imported.has(`${file}: ${name}`) && !(isType(kind) && timesNamed(text, name) > 1))
      .map(([, , name = '']) => `${file}: ${name}`),
  );
}

type Name = readonly [file: string, name: string];

/** Where a name of a module may come from: the module itself, or those it passes on as a whole. */
function origins(file: string, name: string, passedOn: ReadonlyMap<string, readonly string[]>): string[] {
  return [`${file}: ${name}`, ...(passedOn.get(file) ?? []).flatMap((target) => origins(target, name, passedOn))];
}

function wholesOf(file: string, text: string): string[] {
  return [...text.matchAll(/^export \* from ['"]([^'"]+)['"]/gm)].flatMap(([, specifier = '']) => targetOf(file, specifier) ?? []);
}

function namesImported(file: string, text: string): Name[] {
  const listed = [...text.matchAll(/^(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s*['"]([^'"]+)['"]/gm)];
  const wholes = [...text.matchAll(/^import\s+(?:type\s+)?\* as (\w+) from ['"]([^'"]+)['"]/gm)];
  return [
    ...listed.flatMap(([, names = '', specifier = '']) => namesOf(targetOf(file, specifier), names.split(',').map(nameOfSpecifier))),
    ...wholes.flatMap(([, alias = '', specifier = '']) => namesOf(targetOf(file, specifier), membersNamed(text, alias))),
  ];
}

function namesOf(target: string | undefined, names: readonly string[]): Name[] {
  return target === undefined ? [] : names.map((name) => [target, name]);
}

function nameOfSpecifier(specifier: string): string {
  const [name = ''] = specifier
    .trim()
    .replace(/^type /, '')
    .split(' ');
  return name;
}

function membersNamed(text: string, alias: string): string[] {
  const dotted = [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name = '']) => name);
  const unpacked = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${alias};`, 'g'))].flatMap(([, names = '']) => names.split(','));
  return [...dotted, ...unpacked.map((name) => name.trim().split(':')[0] ?? '')];
}

function isType(kind: string): boolean {
  return kind === 'interface' || kind === 'type';
}

function timesNamed(text: string, name: string): number {
  return text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One import or re-export of a module. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** A source file by its absolute path, with what it imports. */
export interface SourceModule {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;

/** The imports of a module's text. */
export function importsOf(text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }));
}

/** Every TypeScript module below a folder. */
export function modulesBelow(folder: string): SourceModule[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      return { file, text, imports: importsOf(text) };
    });
}

/** The file that a relative import names, or undefined for a package or a file that is not TypeScript. */
export function targetOf(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(dirname(file), specifier);
  return [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
}

/** A cycle among the modules, as the files along it, or undefined when there is none. */
export function findCycle(modules: readonly SourceModule[]): string[] | undefined {
  const targets = new Map(modules.map(({ file, imports }) => [file, imports.flatMap(({ specifier }) => targetOf(file, specifier) ?? [])]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (done.has(file)) return undefined;
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    path.push(file);
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle !== undefined) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  return modules.map(({ file }) => visit(file)).find((cycle) => cycle !== undefined);
}

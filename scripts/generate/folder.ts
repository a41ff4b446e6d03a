import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A TypeScript module of a scanned folder: its name without extension, and its text. */
export interface Module {
  readonly name: string;
  readonly text: string;
}

/** The modules directly inside a folder, by name; none when the folder does not exist. */
export function modulesOf(folder: string): Module[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .sort()
    .map((file) => ({ name: file.slice(0, -'.ts'.length), text: readFileSync(join(folder, file), 'utf8') }));
}

/** The folders directly inside a folder, by name. */
export function foldersOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loss } from '../src/engine/ir/loss';

/** Where a survey found a loss: repository (`owner/name`), path in it, dotted name. */
interface Surveyed {
  readonly repo: string;
  readonly path: string;
  readonly name: string;
}

/** The functions of a survey that are looked for in one file. */
export type Wanted = ReadonlyMap<string, readonly string[]>;

/**
 * The functions that a survey names (JSON: `{ "functions": [{ "repo", "path", "name" }] }`), by the files that hold them; repositories
 * lie in a folder as `owner+name`. Functions that their file no longer writes are left out.
 */
export function wantedIn(folders: readonly string[], survey: string): Wanted {
  const { functions } = JSON.parse(readFileSync(survey, 'utf8')) as { readonly functions: readonly Surveyed[] };
  const wanted = new Map<string, string[]>();
  for (const { repo, path, name } of functions) {
    const file = folders.map((folder) => join(folder, repo.replace('/', '+'), path)).find(existsSync);
    if (file && isWritten(readFileSync(file, 'utf8'), name)) wanted.set(file, [...(wanted.get(file) ?? []), name]);
  }
  return wanted;
}

function isWritten(text: string, name: string): boolean {
  const [last = '', owner] = name.split('.').reverse();
  return new RegExp(`\\bdef ${last}\\(|\\bclass ${last}\\b`).test(text) && (owner === undefined || text.includes(owner));
}

/** The losses of a file that a survey names, and how many of its functions are none. */
export function surveyedOf(losses: readonly Loss[], names: readonly string[]): { readonly found: Loss[]; readonly unfound: number } {
  const found = names.flatMap((name) => lossOf(losses, name) ?? []);
  return { found, unfound: names.length - found.length };
}

/** A loss of the name, of its class, or that a function of the name returns. */
function lossOf(losses: readonly Loss[], name: string): Loss | undefined {
  const [owner] = name.split('.');
  return losses.find((one) => one.name === name) ?? losses.find((one) => one.name === owner || one.name.startsWith(`${name}.`));
}

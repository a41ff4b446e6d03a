import * as vscode from 'vscode';
import { modulePlaces } from '../engine/config/module-places';
import type { ModuleText } from '../protocol/engine-messages';
import type { Files } from './engine';
import { ELSEWHERE, MOST_FILES } from './workspace';

/** Reads files of the workspace, unsaved text first where a source imports it; a name that is no file of the workspace is null. */
export const workspaceFiles: Files = {
  async modules(key, names) {
    const texts = await Promise.all(names.map(async (name) => [name, await readModule(vscode.Uri.parse(key), name)] as const));
    return Object.fromEntries(texts);
  },
  async everything() {
    const found = await vscode.workspace.findFiles('**/*.py', ELSEWHERE, MOST_FILES);
    const texts = await Promise.all(found.map(async (uri) => ({ path: uri.toString(), text: (await readText(uri)) ?? '' })));
    return texts.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** A module that a file imports, from where its workspace folder may hold it. */
async function readModule(importer: vscode.Uri, name: string): Promise<ModuleText | null> {
  const root = vscode.workspace.getWorkspaceFolder(importer)?.uri.path;
  const folder = vscode.Uri.joinPath(importer, '..').path;
  for (const path of modulePlaces(name, folder, root ?? folder)) {
    const text = await readText(importer.with({ path }));
    if (text !== null) return { path, text };
  }
  return null;
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

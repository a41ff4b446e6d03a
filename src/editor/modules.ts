import * as vscode from 'vscode';
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

/** `a.b` next to the importing file or at the root of its workspace folder: `a/b.py`, else the package `a/b/__init__.py`. */
async function readModule(importer: vscode.Uri, name: string): Promise<ModuleText | null> {
  const [, dots, rest] = /^(\.*)(.*)$/.exec(name) ?? [];
  const path = (rest ?? '').split('.').filter((part) => part !== '');
  const up = Array.from({ length: (dots ?? '').length }, () => '..');
  const beside = vscode.Uri.joinPath(importer, ...(up.length > 0 ? up : ['..']));
  const root = vscode.workspace.getWorkspaceFolder(importer)?.uri;
  for (const folder of root && up.length === 0 ? [beside, root] : [beside]) {
    for (const file of [`${path.join('/')}.py`, [...path, '__init__.py'].join('/')]) {
      const uri = vscode.Uri.joinPath(folder, file);
      const text = await readText(uri);
      if (text !== null) return { path: uri.path, text };
    }
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

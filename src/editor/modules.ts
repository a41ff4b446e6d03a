import * as vscode from 'vscode';
import type { ModuleText } from '../protocol/engine-messages';
import type { ReadModules } from './engine';

/** Reads the workspace modules that a source imports, unsaved text first; a name that is no file of the workspace is null. */
export const readModules: ReadModules = async (key, modules) => {
  const texts = await Promise.all(modules.map(async (name) => [name, await readModule(vscode.Uri.parse(key), name)] as const));
  return Object.fromEntries(texts);
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

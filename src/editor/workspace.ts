import * as vscode from 'vscode';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { sourceOfFile } from './sources';
import { say } from './strings/say';

const FILES = '**/*.{py,loss,md,ipynb}';
/** Folders that never hold an author's sources. */
export const ELSEWHERE = '**/{node_modules,site-packages,.venv,venv,.git,__pycache__,build,dist}/**';
/** So many files of a workspace are looked at. */
export const MOST_FILES = 5000;

/** The command that reads every file of the workspace, with progress, until it is cancelled. */
export function workspaceAnalysis(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.analyseWorkspace`, () =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: say(settingsOf().locale, 'workspace.title'), cancellable: true },
      (progress, token) => analyseAll(session, progress, token),
    ),
  );
}

async function analyseAll(
  session: Session,
  progress: vscode.Progress<{ message: string; increment: number }>,
  token: vscode.CancellationToken,
): Promise<void> {
  const files = await vscode.workspace.findFiles(FILES, ELSEWHERE, MOST_FILES, token);
  for (const uri of files) {
    if (token.isCancellationRequested) return;
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
    const source = settingsOf(uri).enable ? sourceOfFile(uri, await textOf(uri)) : null;
    if (source) await session.read(source);
  }
}

/** The text of a file, unsaved changes included; of one that cannot be read, nothing. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}

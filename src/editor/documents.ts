import * as vscode from 'vscode';
import type { Configurations } from './configurations';
import type { Session } from './session';
import { concernsUs, settingsOf } from './settings';
import { keyOf, notebookOf } from './sources';

/** Feeds the session with what happens to documents that the reader has open: shown, typed in, saved, closed. */
export function watchDocuments(session: Session, configurations: Configurations): vscode.Disposable {
  const { workspace, window } = vscode;
  const begin = setTimeout(() => readAll(session), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(begin) },
    window.tabGroups.onDidChangeTabs(({ opened, changed, closed }) => {
      closed
        .flatMap(keysOf)
        .filter(isOutOfSight)
        .forEach((key) => session.forget(key));
      const shown = new Set([...opened, ...changed].flatMap(keysOf));
      // A tab changes, too, when its text does for the first time: what is known already has its own occasions.
      for (const document of workspace.textDocuments)
        if (shown.has(keyOf(document)) && !session.reportOf(document)) session.refresh(document);
    }),
    workspace.onDidOpenTextDocument((document) => refresh(session, document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const { run, delay } = settingsOf(document.uri);
      if (contentChanges.length > 0 && run === 'onType' && !isOutOfSight(keyOf(document))) session.schedule(document, delay);
    }),
    workspace.onDidSaveTextDocument((document) => session.saved(document)),
    workspace.onDidCloseTextDocument((document) => {
      if (!notebookOf(document)) session.forget(keyOf(document));
    }),
    workspace.onDidCloseNotebookDocument((notebook) => session.forget(notebook.uri.toString())),
    workspace.onDidChangeConfiguration((event) => {
      if (concernsUs(event)) readAnew(session);
    }),
    configurations.onDidChange(() => readAnew(session)),
  );
}

function readAnew(session: Session): void {
  session.reset();
  readAll(session);
}

function readAll(session: Session): void {
  for (const document of vscode.workspace.textDocuments) refresh(session, document);
}

function refresh(session: Session, document: vscode.TextDocument): void {
  if (!isOutOfSight(keyOf(document))) session.refresh(document);
}

/** Keys of what a tab shows. VS Code may keep a document long after its tab is closed; its problems should not stay. */
function keysOf({ input }: vscode.Tab): string[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}

function isOutOfSight(key: string): boolean {
  return !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => keysOf(tab).includes(key)));
}

import * as vscode from 'vscode';
import type { Session } from './session';
import { concernsUs, settingsOf } from './settings';
import { keyOf, notebookOf } from './sources';

/** Feeds the session with what happens to documents: opened, typed in, saved, closed. */
export function watchDocuments(session: Session): vscode.Disposable {
  const { workspace, window } = vscode;
  const begin = setTimeout(() => session.reset(), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(begin) },
    workspace.onDidOpenTextDocument((document) => session.refresh(document)),
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(({ document }) => session.refresh(document))),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const { run, delay } = settingsOf(document.uri);
      if (contentChanges.length > 0 && run === 'onType') session.schedule(document, delay);
    }),
    workspace.onDidSaveTextDocument((document) => session.saved(document)),
    workspace.onDidCloseTextDocument((document) => {
      if (!notebookOf(document)) session.forget(keyOf(document));
    }),
    workspace.onDidCloseNotebookDocument((notebook) => session.forget(notebook.uri.toString())),
    window.tabGroups.onDidChangeTabs(({ closed }) =>
      closed
        .flatMap(keysOf)
        .filter(isOutOfSight)
        .forEach((key) => session.forget(key)),
    ),
    workspace.onDidChangeConfiguration((event) => {
      if (concernsUs(event)) session.reset();
    }),
  );
}

/** Keys of what a tab shows. VS Code may keep a document long after its tab is closed; its problems should not stay. */
function keysOf({ input }: vscode.Tab): string[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook) return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}

function isOutOfSight(key: string): boolean {
  return !vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => keysOf(tab).includes(key)));
}

import * as vscode from 'vscode';
import type { Session } from './session';
import { concernsUs, settingsOf } from './settings';
import { keyOf, notebookOf } from './sources';

/** Feeds the session with what happens to documents: opened, typed in, saved, closed. */
export function watchDocuments(session: Session): vscode.Disposable {
  const { workspace } = vscode;
  const begin = setTimeout(() => session.reset(), 0);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(begin) },
    workspace.onDidOpenTextDocument((document) => session.refresh(document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const { run, delay } = settingsOf(document.uri);
      if (contentChanges.length > 0 && run === 'onType') session.schedule(document, delay);
    }),
    workspace.onDidSaveTextDocument((document) => session.saved(document)),
    workspace.onDidCloseTextDocument((document) => {
      if (!notebookOf(document)) session.forget(keyOf(document));
    }),
    workspace.onDidCloseNotebookDocument((notebook) => session.forget(notebook.uri.toString())),
    workspace.onDidChangeConfiguration((event) => {
      if (concernsUs(event)) session.reset();
    }),
  );
}

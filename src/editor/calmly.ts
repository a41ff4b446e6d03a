import * as vscode from 'vscode';
import type { FileReport } from '../engine/check/report';
import { waitBefore } from './calm';
import type { Session } from './session';
import { keyOf } from './sources';

/** Calls `show` for each source whose report is new, but not in the middle of a line that is being typed. */
export function calmly(session: Session, show: (key: string) => void): vscode.Disposable {
  const shown = new Map<string, FileReport>();
  const edited = new Map<string, number>();
  const waiting = new Map<string, ReturnType<typeof setTimeout> | null>();

  const release = (key: string): void => {
    clearTimeout(waiting.get(key) ?? undefined);
    waiting.delete(key);
    const report = session.faultsOfKey(key)?.report;
    if (report) shown.set(key, report);
    else shown.delete(key);
    show(key);
  };
  const consider = (key: string): void => {
    const report = session.faultsOfKey(key)?.report;
    const wait = report
      ? waitBefore(shown.get(key), report, { line: caretIn(key), sinceEdit: Date.now() - (edited.get(key) ?? -Infinity) })
      : 0;
    if (wait === 0) return release(key);
    clearTimeout(waiting.get(key) ?? undefined);
    waiting.set(key, wait === 'caret' ? null : setTimeout(() => release(key), wait));
  };

  return vscode.Disposable.from(
    session.onDidChange(consider),
    session.onDidFind(consider),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) edited.set(keyOf(document), Date.now());
    }),
    vscode.workspace.onDidCloseTextDocument((document) => edited.delete(keyOf(document))),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const key = keyOf(textEditor.document);
      if (waiting.has(key)) consider(key);
    }),
    vscode.window.onDidChangeActiveTextEditor(() => [...waiting.keys()].forEach(consider)),
    { dispose: () => waiting.forEach((timer) => clearTimeout(timer ?? undefined)) },
  );
}

/** Line of the caret, where it stands in the source. */
function caretIn(key: string): number | null {
  const editor = vscode.window.activeTextEditor;
  return editor && keyOf(editor.document) === key ? editor.selection.active.line : null;
}

import * as vscode from 'vscode';
import type { Session } from './session';
import { SECTION } from './settings';

/** Tells VS Code whether the document at hand has a loss: the buttons of the editor's title and menu show only then. */
export function lossesHere(session: Session): vscode.Disposable {
  let told = false;
  const tell = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const now = document !== undefined && (session.reportOf(document)?.report.losses ?? []).some(({ verdicts }) => verdicts !== null);
    if (now !== told) void vscode.commands.executeCommand('setContext', `${SECTION}.lossesHere`, (told = now));
  };
  return vscode.Disposable.from(session.onDidChange(tell), vscode.window.onDidChangeActiveTextEditor(tell));
}

import * as vscode from 'vscode';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';
import { summary } from './status';

/** The command that reads the file at hand now, saved or not, and says in few words what was found. */
export function analyseFile(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.analyseFile`, async () => {
    const document = vscode.window.activeTextEditor?.document;
    const { locale } = settingsOf(document?.uri);
    const report = document && (await session.freshReportOf(document));
    if (report) vscode.window.setStatusBarMessage(summary(report, locale), 5000);
    else void vscode.window.showInformationMessage(say(locale, 'message.no-report'));
  });
}

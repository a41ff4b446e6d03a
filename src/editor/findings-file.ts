import * as vscode from 'vscode';
import type { Report } from '../engine/check/report';
import type { Engine } from './engine';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';

/** The command that writes what was found in all files that were read as SARIF, for other tools. */
export function findingsFile(session: Session, engine: Engine, version: string): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.exportFindings`, async (given?: unknown) => {
    const { locale } = settingsOf();
    if (session.known.size === 0) return void vscode.window.showInformationMessage(say(locale, 'message.nothing-read'));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const file =
      given instanceof vscode.Uri
        ? given
        : await vscode.window.showSaveDialog({
            ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'losswright.sarif') } : {}),
            filters: { SARIF: ['sarif', 'json'] },
          });
    if (!file) return;
    const sarif = await engine.sarif(reportOf(session, version), locale);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(sarif));
    vscode.window.setStatusBarMessage(say(locale, 'message.exported', { file: vscode.workspace.asRelativePath(file) }), 3000);
  });
}

/** Everything that was read, in the order of its paths, which are relative to the workspace where they are in it. */
function reportOf({ known }: Session, version: string): Report {
  const files = [...known].map(([key, { report }]) => ({ ...report, path: vscode.workspace.asRelativePath(vscode.Uri.parse(key)) }));
  return { version: 1, tool: { name: SECTION, version }, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), errors: [] };
}

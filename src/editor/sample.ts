import * as vscode from 'vscode';
import { SECTION } from './settings';

/** The command that opens the sample of the walkthrough as an unsaved file, so that it may be changed. */
export function sample(root: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.openSample`, async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, 'media', 'walkthrough', 'sample.py'));
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: new TextDecoder().decode(bytes) });
    await vscode.window.showTextDocument(document);
  });
}

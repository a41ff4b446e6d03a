import * as vscode from 'vscode';
import type { Engine } from './engine';
import { SECTION } from './settings';

/** The known loss that a new file begins with. */
const FIRST = 'huber';

/** The command that opens an unsaved `.loss` file with a definition to change. */
export function newLossFile(engine: Engine): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.newLossFile`, async () => {
    const definition = (await engine.catalogue()).find(({ id }) => id === FIRST)?.definition ?? '';
    const document = await vscode.workspace.openTextDocument({ language: 'loss', content: `${definition}\n` });
    await vscode.window.showTextDocument(document);
  });
}

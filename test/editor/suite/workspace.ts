import { extensions, languages, Uri, window, workspace, type Diagnostic, type TextEditor } from 'vscode';
import { waitFor } from './wait';

/** Identifier of the extension under test. */
export const EXTENSION = 'losswright.losswright';

/** Address of a file of the test workspace. */
export function fileUri(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no workspace folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Shows a file of the test workspace. */
export async function show(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)));
}

/** The extension's own diagnostics of a document, as they are now. */
export function diagnosticsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'losswright');
}

/** Waits until the extension has reported something on a document. */
export function waitForDiagnostics(uri: Uri): Promise<Diagnostic[]> {
  return waitFor(`diagnostics of ${uri.path}`, () => {
    const found = diagnosticsOf(uri);
    return found.length > 0 ? found : undefined;
  });
}

/** Activates the extension and returns how long that took, in milliseconds. */
export async function activate(): Promise<number> {
  const extension = extensions.getExtension(EXTENSION);
  if (extension === undefined) throw new Error(`${EXTENSION} is not installed`);
  const start = Date.now();
  await extension.activate();
  return Date.now() - start;
}

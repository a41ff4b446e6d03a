import { commands, extensions, languages, Position, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { CodeAction, CodeLens, Diagnostic, Hover, TextDocument, TextEditor } from 'vscode';
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
  await activate();
  return window.showTextDocument(await workspace.openTextDocument(fileUri(name)));
}

/** Shows a text that is no file. VS Code may bring the backup of an earlier one of its name instead: then it is written anew. */
export async function showText(content: string, language = 'python'): Promise<TextEditor> {
  await activate();
  const editor = await window.showTextDocument(await workspace.openTextDocument({ content, language }));
  if (editor.document.getText() !== content) await rewrite(editor.document, content);
  return editor;
}

/** Replaces the whole text of a document. */
export async function rewrite(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(new Position(0, 0), document.positionAt(document.getText().length)), text);
  if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

/** Takes back what a test did to a file, and closes all editors. */
export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert');
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Start of the first place of a text in a document. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`no ${text} in ${document.uri.path}`);
  return document.positionAt(offset);
}

/** The extension's own diagnostics of a document, as they are now. */
export function diagnosticsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'losswright');
}

/** Waits until the extension has reported something on a document. */
export function waitForDiagnostics(uri: Uri, limit?: number): Promise<Diagnostic[]> {
  return waitFor(
    `diagnostics of ${uri.path}`,
    () => {
      const found = diagnosticsOf(uri);
      return found.length > 0 ? found : undefined;
    },
    limit,
  );
}

/** Waits until a document has no diagnostics of the extension. */
export async function waitForSilence(uri: Uri): Promise<void> {
  await waitFor(`no diagnostics of ${uri.path}`, () => (diagnosticsOf(uri).length === 0 ? true : undefined));
}

/** Waits until the lenses of a document show verdicts: the sign that it has been analysed. */
export function waitForLenses(uri: Uri, limit?: number): Promise<CodeLens[]> {
  return waitFor(
    `lenses of ${uri.path}`,
    async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
      const own = lenses.filter(({ command }) => command?.command === 'losswright.preview');
      return own.length > 0 ? own : undefined;
    },
    limit,
  );
}

/** Code actions of the extension on a range. */
export async function actionsOn(uri: Uri, range: Range): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

/** The Markdown of all hovers at a position. */
export async function hoverText(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

/** Activates the extension and returns how long that took, in milliseconds. */
export async function activate(): Promise<number> {
  const extension = extensions.getExtension(EXTENSION);
  if (extension === undefined) throw new Error(`${EXTENSION} is not installed`);
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

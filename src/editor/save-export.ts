import * as vscode from 'vscode';

/** Asks where to save what the panel exports, next to the document it is of, and writes it. */
export async function saveExport(key: string, name: string, text: string): Promise<void> {
  const beside = vscode.Uri.joinPath(vscode.Uri.parse(key), '..', name);
  const target = await vscode.window.showSaveDialog({ defaultUri: beside });
  if (target) await vscode.workspace.fs.writeFile(target, bytesOf(text));
}

/** A picture travels as a data URI, anything else as itself. */
function bytesOf(text: string): Uint8Array {
  const picture = /^data:image\/png;base64,(.*)$/.exec(text)?.[1];
  return picture === undefined ? new TextEncoder().encode(text) : Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
}

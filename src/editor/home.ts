import * as vscode from 'vscode';

/** The address in whose folder a document lies: its own, of a notebook's cell that of the notebook, for a cell is in no folder. */
export function homeOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'vscode-notebook-cell') return uri;
  const isIts = (notebook: vscode.NotebookDocument): boolean =>
    notebook.getCells().some(({ document }) => document.uri.toString() === uri.toString());
  return vscode.workspace.notebookDocuments.find(isIts)?.uri ?? uri;
}

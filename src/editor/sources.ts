import * as vscode from 'vscode';
import type { Language } from '../engine/check/language';

/** One text as the engine reads it: a document, or a whole notebook as the JSON that a file of it would hold. */
export interface Source {
  /** URI of the document or the notebook. */
  readonly key: string;
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = { python: 'python', loss: 'loss', markdown: 'markdown' };
const EXTENSIONS: Readonly<Record<string, Language>> = { py: 'python', loss: 'loss', md: 'markdown', ipynb: 'notebook' };
const LIBRARIES = /\b(?:torch|jax|optax|tensorflow|keras|numpy)\b/;
const FENCED = /^[ \t>]*(?:```|~~~)/m;

/** Languages whose documents get hovers, lenses and fixes; without a scheme, so that untitled and virtual files count. */
export const SELECTOR: vscode.DocumentSelector = Object.keys(LANGUAGES).map((language) => ({ language }));

/** The notebook a document is a cell of, if any. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some((cell) => cell.document === document));
}

/** The notebook cell a document is, if any. */
export function cellOf(document: vscode.TextDocument): vscode.NotebookCell | undefined {
  return notebookOf(document)
    ?.getCells()
    .find((cell) => cell.document === document);
}

/** The text whose imports hold in a document: its own, in a notebook that of all cells of code. */
export function textAround(document: vscode.TextDocument): string {
  const cells = notebookOf(document)?.getCells() ?? [];
  const code = cells.filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
  return code.length > 0 ? code.map((cell) => cell.document.getText()).join('\n') : document.getText();
}

/** Key under which a document is analysed: its own URI, or its notebook's. */
export function keyOf(document: vscode.TextDocument): string {
  return (notebookOf(document)?.uri ?? document.uri).toString();
}

/** The document under a key, of a notebook the cell; opened where it is not open. Undefined when there is no such file. */
export async function documentOf(key: string, cell?: number): Promise<vscode.TextDocument | undefined> {
  const uri = vscode.Uri.parse(key);
  const notebook = vscode.workspace.notebookDocuments.find((open) => open.uri.toString() === key);
  if (notebook) return notebook.getCells()[cell ?? 0]?.document;
  return vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
}

/** What to analyse for a document; null when nothing in it can be a loss, which a glance at the text tells. */
export function sourceOf(document: vscode.TextDocument): Source | null {
  const notebook = notebookOf(document);
  if (notebook) return notebookSource(notebook);
  const language = LANGUAGES[document.languageId];
  if (!language || isInternal(document.uri)) return null;
  const text = document.getText();
  if (!mayHoldLosses(language, text)) return null;
  return { key: document.uri.toString(), path: document.uri.path, language, text };
}

/** The text that the engine would read for a document if the document's text were another. */
export function sourceTextWith(document: vscode.TextDocument, text: string): string {
  const notebook = notebookOf(document);
  return notebook ? notebookText(notebook, (cell) => (cell === document ? text : cell.getText())) : text;
}

/** What to analyse for a file that is not open, by its name and text. */
export function sourceOfFile(uri: vscode.Uri, text: string): Source | null {
  const language = EXTENSIONS[/\.(\w+)$/.exec(uri.path)?.[1] ?? ''];
  if (!language || !mayHoldLosses(language, text)) return null;
  return { key: uri.toString(), path: uri.path, language, text };
}

/** Whether a text is worth starting the engine for. */
function mayHoldLosses(language: Language, text: string): boolean {
  if (language === 'python' || language === 'notebook') return LIBRARIES.test(text);
  if (language === 'markdown') return FENCED.test(text);
  return true;
}

function notebookSource(notebook: vscode.NotebookDocument): Source | null {
  const numeric = notebook.getCells().some((cell) => isPython(cell) && LIBRARIES.test(cell.document.getText()));
  if (!numeric) return null;
  const text = notebookText(notebook, (document) => document.getText());
  return { key: notebook.uri.toString(), path: notebook.uri.path, language: 'notebook', text };
}

function notebookText(notebook: vscode.NotebookDocument, textOf: (document: vscode.TextDocument) => string): string {
  const cells = notebook.getCells().map((cell) => ({
    cell_type: isPython(cell) ? 'code' : 'markdown',
    metadata: {},
    source: textOf(cell.document),
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { language_info: { name: 'python' } }, cells });
}

function isPython({ kind, document }: vscode.NotebookCell): boolean {
  return kind === vscode.NotebookCellKind.Code && document.languageId === 'python';
}

/** Documents that are views of others: version control's originals, output, comments. */
function isInternal(uri: vscode.Uri): boolean {
  return ['git', 'output', 'comment', 'vscode-scm', 'search-editor', 'vscode-notebook-cell-output'].includes(uri.scheme);
}

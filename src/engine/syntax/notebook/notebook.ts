import { withoutMagics } from './magics';

/** A cell with its source. */
export interface NotebookCell {
  /** Index among all cells of the notebook. */
  readonly index: number;
  /** `other`: a language that we do not read. */
  readonly language: 'python' | 'markdown' | 'other';
  /** The source; in Python cells magics are replaced at equal length, so that offsets hold. */
  readonly text: string;
}

/** The cells of a notebook; `error` says why there are none. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly error: string | null;
}

/** Reads an `.ipynb` text. Never throws: what is not a notebook has no cells. */
export function parseNotebook(text: string): Notebook {
  const document = parseJson(text.replace(/^\ufeff/, ''));
  const cells = member(document, 'cells');
  if (!Array.isArray(cells)) return { cells: [], error: 'not a notebook: no cells' };
  const kernel = kernelLanguage(member(document, 'metadata'));
  return { cells: cells.map((cell: unknown, index) => readCell(cell, index, kernel)), error: null };
}

function readCell(cell: unknown, index: number, kernel: string): NotebookCell {
  const text = sourceOf(member(cell, 'source'));
  const type = member(cell, 'cell_type');
  if (type === 'markdown') return { index, language: 'markdown', text };
  const own = stringOf(member(member(member(cell, 'metadata'), 'vscode'), 'languageId'));
  const python = type === 'code' && isPython(own ?? kernel) ? withoutMagics(text) : null;
  return python === null ? { index, language: 'other', text } : { index, language: 'python', text: python };
}

function kernelLanguage(metadata: unknown): string {
  return (
    stringOf(member(member(metadata, 'kernelspec'), 'language')) ?? stringOf(member(member(metadata, 'language_info'), 'name')) ?? 'python'
  );
}

function isPython(language: string): boolean {
  return /^i?python\d*$/i.test(language);
}

function sourceOf(source: unknown): string {
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line): line is string => typeof line === 'string').join('') : '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

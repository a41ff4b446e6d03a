import type * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import { importedNames } from './python-names';
import { textAround } from './sources';

/** A way to write a known loss. */
export type Notation = keyof CatalogueEntry['code'] | 'loss';

/** The library whose modules a document imports; of several the first in this order, of none PyTorch. */
export function notationOf(document: vscode.TextDocument): Notation {
  if (document.languageId === 'loss') return 'loss';
  const roots = new Set([...importedNames(textAround(document)).values()].map((name) => name.split('.')[0]));
  if (roots.has('torch')) return 'torch';
  if (roots.has('jax') || roots.has('optax')) return 'jax';
  if (roots.has('tensorflow') || roots.has('keras')) return 'tensorflow';
  return roots.has('numpy') ? 'numpy' : 'torch';
}

/** A known loss in a notation; null where it cannot be written in it. */
export function codeOf({ code, definition }: CatalogueEntry, notation: Notation): string | null {
  return notation === 'loss' ? definition && `${definition}\n` : (code[notation] ?? null);
}

import * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import type { Engine } from './engine';
import { importedNames } from './python-names';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';

type Notation = keyof CatalogueEntry['code'] | 'loss';

/** The command that writes a known loss at the caret, in the library that the file uses. */
export function insertLoss(engine: Engine): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(`${SECTION}.insertLoss`, async (editor) => {
    const { locale } = settingsOf(editor.document.uri);
    const notation = notationOf(editor.document);
    const items = (await engine.catalogue()).flatMap((entry) => {
      const code = codeOf(entry, notation);
      const detail = entry.use[locale === 'en' ? 'en' : 'zhCn'];
      return code === null ? [] : [{ label: entry.name[locale === 'en' ? 'en' : 'zhCn'], description: entry.task, detail, code }];
    });
    const chosen = await vscode.window.showQuickPick(items, {
      placeHolder: say(locale, 'pick.insert'),
      matchOnDetail: true,
      matchOnDescription: true,
    });
    if (chosen) await editor.insertSnippet(new vscode.SnippetString().appendText(chosen.code));
  });
}

/** The library whose modules a document imports; of several the first in this order, of none PyTorch. */
function notationOf(document: vscode.TextDocument): Notation {
  if (document.languageId === 'loss') return 'loss';
  const roots = new Set([...importedNames(document.getText()).values()].map((name) => name.split('.')[0]));
  if (roots.has('torch')) return 'torch';
  if (roots.has('jax') || roots.has('optax')) return 'jax';
  if (roots.has('tensorflow') || roots.has('keras')) return 'tensorflow';
  return roots.has('numpy') ? 'numpy' : 'torch';
}

function codeOf({ code, definition }: CatalogueEntry, notation: Notation): string | null {
  return notation === 'loss' ? definition && `${definition}\n` : (code[notation] ?? null);
}

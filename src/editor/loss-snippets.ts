import * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import { codeOf, notationOf } from './catalogue-code';
import type { Notation } from './catalogue-code';
import type { Engine } from './engine';
import { settingsOf } from './settings';
import { sourceOf } from './sources';

/** Where a loss may be written: two letters of a name that nothing but space, `=`, `return`, a bracket or a comma comes before. */
const PLACE = /^[^#'"]*?(?:^|[=(,]|\breturn)\s*\w{2,}$/;

/** Completion of known losses in Python, in the stable spelling of the library that the file uses. */
export function lossSnippets(engine: Engine): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (!PLACE.test(before) || !sourceOf(document)) return [];
      const notation = notationOf(document);
      const language = settingsOf(document.uri).locale === 'en' ? 'en' : 'zhCn';
      return (await engine.catalogue()).flatMap((entry) => itemOf(entry, notation, language));
    },
  };
  return vscode.languages.registerCompletionItemProvider({ language: 'python' }, provider);
}

function itemOf(entry: CatalogueEntry, notation: Notation, language: 'en' | 'zhCn'): vscode.CompletionItem[] {
  const code = codeOf(entry, notation);
  if (code === null) return [];
  const item = new vscode.CompletionItem({ label: entry.id, description: entry.name[language] }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString().appendText(code);
  item.sortText = `~${entry.id}`;
  item.detail = entry.use[language];
  item.documentation = new vscode.MarkdownString().appendCodeblock(code, 'python').appendText(entry.watch[language]);
  return [item];
}

import * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import type { Engine } from './engine';
import { settingsOf } from './settings';

/** Completion in `.loss` files: known losses where a definition may stand. */
export function lossCompletion(engine: Engine): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (/[#=]|\S\s/.test(before)) return [];
      const { locale } = settingsOf(document.uri);
      return (await engine.catalogue()).flatMap((entry) => lossItem(entry, locale === 'en' ? 'en' : 'zhCn'));
    },
  };
  return vscode.languages.registerCompletionItemProvider({ language: 'loss' }, provider);
}

function lossItem({ id, name, definition, use }: CatalogueEntry, language: 'en' | 'zhCn'): vscode.CompletionItem[] {
  if (definition === null) return [];
  const item = new vscode.CompletionItem({ label: id, description: name[language] }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString().appendText(`${definition}\n`);
  item.documentation = new vscode.MarkdownString(`${use[language]}\n\n\`\`\`loss\n${definition}\n\`\`\``);
  return [item];
}

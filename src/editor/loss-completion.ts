import * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import type { Engine } from './engine';
import { settingsOf } from './settings';

/** Statements of a declaration, as snippets; what they mean is told by the documentation of the language. */
const STATEMENTS = [
  '${1:x} in R',
  '${1:p} in (0, 1)',
  '${1:y} in {0, 1}',
  '${1:delta} in (0, inf) = 1',
  '${1:x}: prediction',
  '${1:y}: target',
  'wrt ${1:x}',
  'dtype float32',
  'ignore',
];

/** Completion in `.loss` files: known losses where a definition may stand, statements inside a `# losswright:` comment. */
export function lossCompletion(engine: Engine): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (/#\s*losswright:/.test(before)) return STATEMENTS.map(statementItem);
      if (document.languageId !== 'loss' || /\S\s/.test(before)) return [];
      const { locale } = settingsOf(document.uri);
      return (await engine.catalogue()).flatMap((entry) => lossItem(entry, locale === 'en' ? 'en' : 'zhCn'));
    },
  };
  const everywhere = ['loss', 'python', 'markdown'].map((language) => ({ language }));
  return vscode.languages.registerCompletionItemProvider(everywhere, provider, ':', ';');
}

function statementItem(snippet: string): vscode.CompletionItem {
  const item = new vscode.CompletionItem(snippet.replace(/\$\{\d+:(\w+)\}/g, '$1'), vscode.CompletionItemKind.Keyword);
  item.insertText = new vscode.SnippetString(` ${snippet}`);
  return item;
}

function lossItem({ id, name, definition, use }: CatalogueEntry, language: 'en' | 'zhCn'): vscode.CompletionItem[] {
  if (definition === null) return [];
  const item = new vscode.CompletionItem({ label: id, description: name[language] }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString().appendText(`${definition}\n`);
  item.documentation = new vscode.MarkdownString(`${use[language]}\n\n\`\`\`loss\n${definition}\n\`\`\``);
  return [item];
}

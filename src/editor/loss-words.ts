import * as vscode from 'vscode';
import type { Engine } from './engine';

/** Completion inside the expressions of a `.loss` file: its own names, and the functions and constants of the language. */
export function lossWords(engine: Engine): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (before.includes('#') || !/[=(,?:+*/^<>\s-]\s*[\p{L}_][\p{L}\p{N}_]*$/u.test(before)) return [];
      const [{ functions, constants }, { tokens }] = await Promise.all([engine.vocabulary(), engine.syntax(document.getText())]);
      if (token.isCancellationRequested) return [];
      const own = new Map(
        tokens.map(({ start, end, type }) => [
          document.getText(new vscode.Range(document.positionAt(start), document.positionAt(end))),
          type === 'function' ? vscode.CompletionItemKind.Function : vscode.CompletionItemKind.Variable,
        ]),
      );
      return [
        ...functions.filter((name) => !own.has(name)).map(callItem),
        ...constants.map((name) => new vscode.CompletionItem(name, vscode.CompletionItemKind.Constant)),
        ...[...own].map(([name, kind]) => new vscode.CompletionItem(name, kind)),
      ];
    },
  };
  return vscode.languages.registerCompletionItemProvider({ language: 'loss' }, provider);
}

function callItem(name: string): vscode.CompletionItem {
  const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Function);
  item.insertText = new vscode.SnippetString(`${name}($0)`);
  return item;
}

import * as vscode from 'vscode';
import type { FileReport, LossReport } from '../engine/check/report';
import type { Engine } from './engine';
import { lossAt, partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';

/** Statements of a declaration; what they mean is told by the documentation of the language. */
const STATEMENTS = [
  'x in R',
  'x in (0, 1)',
  'x in {0, 1}',
  'x in (0, inf) = 1',
  'x: prediction',
  'x: target',
  'x: weight',
  'wrt x',
  'dtype float16',
  'dtype bfloat16',
  'dtype float32',
  'ignore',
  'not a loss',
];

/** Completion inside a `# losswright:` comment: statements about the parameters of the loss at hand, codes of rules in `ignore[…]`. */
export function declarations(engine: Engine, session: Session): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      const [, written] = /#\s*losswright:(.*)$/.exec(document.lineAt(position.line).text.slice(0, position.character)) ?? [];
      if (written === undefined) return [];
      const [code] = /(?<=\bignore\[[^\]]*)[\w/-]*$/.exec(written) ?? [];
      if (code !== undefined) return (await engine.vocabulary()).rules.map((rule) => codeItem(rule, code, position));
      const [, space = '', word] = /(?:^|;)(\s*)(\w*)$/.exec(written) ?? [];
      if (word === undefined) return [];
      const names = namesAt(session.reportOf(document)?.report, document, position);
      return STATEMENTS.map((statement, i) => statementItem(statement, names, space === '' ? ' ' : '', i));
    },
  };
  const everywhere = ['loss', 'python', 'markdown'].map((language) => ({ language }));
  return vscode.languages.registerCompletionItemProvider(everywhere, provider, ':', ';', '[', ',', '/');
}

function codeItem(rule: string, written: string, position: vscode.Position): vscode.CompletionItem {
  const item = new vscode.CompletionItem(rule, vscode.CompletionItemKind.EnumMember);
  item.range = new vscode.Range(position.translate(0, -written.length), position);
  return item;
}

/** A statement about the names given, the first of them unless the reader picks another. */
function statementItem(statement: string, names: readonly string[], space: string, order: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem(statement.replace(/\bx\b/, names[0] ?? 'x'), vscode.CompletionItemKind.Keyword);
  const [before = '', after] = statement.split(/\bx\b/);
  const snippet = new vscode.SnippetString().appendText(space + before);
  if (after !== undefined && names.length > 1) snippet.appendChoice([...names]);
  else if (after !== undefined) snippet.appendPlaceholder(names[0] ?? 'x');
  item.insertText = snippet.appendText(after ?? '');
  item.sortText = String(order).padStart(2, '0');
  return item;
}

/** Parameters of the loss around a position, else of the next one below it. */
function namesAt(report: FileReport | undefined, document: vscode.TextDocument, position: vscode.Position): readonly string[] {
  const losses: readonly LossReport[] = report ? partOf(report, document).losses : [];
  const loss = lossAt(losses, position) ?? losses.find(({ range }) => toRange(range).start.isAfter(position));
  return loss?.parameters.map(({ name }) => name) ?? [];
}

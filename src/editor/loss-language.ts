import * as vscode from 'vscode';
import type { LossProblem, LossSyntax, LossToken } from '../engine/check/loss-syntax';
import type { Engine } from './engine';
import { SECTION, settingsOf } from './settings';
import { problemText } from './strings/problems';

/** A problem where the reader types may be a word half written: it waits for this many milliseconds of silence. */
const PATIENCE = 800;
const TYPES: readonly LossToken['type'][] = ['function', 'parameter', 'variable'];
const MODIFIERS: readonly LossToken['modifiers'][number][] = ['declaration', 'defaultLibrary', 'readonly'];
const LEGEND = new vscode.SemanticTokensLegend([...TYPES], [...MODIFIERS]);

/** `.loss` files as a language: each name coloured by what it stands for, and what cannot be read underlined. */
export function lossLanguage(engine: Engine): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection(`${SECTION}-syntax`);
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const check = (document: vscode.TextDocument, pause: number): void => {
    clearTimeout(timers.get(document));
    if (document.languageId !== 'loss') return;
    timers.set(
      document,
      setTimeout(() => void underline(engine, problems, document), pause),
    );
  };
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(timers.get(document));
    timers.delete(document);
    problems.delete(document.uri);
  };
  vscode.workspace.textDocuments.forEach((document) => check(document, 0));
  return vscode.Disposable.from(
    problems,
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
    vscode.workspace.onDidOpenTextDocument((document) => check(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document, PATIENCE)),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.languages.registerDocumentSemanticTokensProvider(
      { language: 'loss' },
      { provideDocumentSemanticTokens: async (document) => coloured((await engine.syntax(document.getText())).tokens, document) },
      LEGEND,
    ),
  );
}

async function underline(engine: Engine, problems: vscode.DiagnosticCollection, document: vscode.TextDocument): Promise<void> {
  const { version, uri } = document;
  const syntax: Partial<LossSyntax> = settingsOf(uri).enable ? await engine.syntax(document.getText()).catch(() => ({})) : {};
  if (document.version !== version || document.isClosed) return;
  problems.set(
    uri,
    (syntax.problems ?? []).map((problem) => diagnosticOf(problem, document)),
  );
}

function diagnosticOf({ kind, message, start, end }: LossProblem, document: vscode.TextDocument): vscode.Diagnostic {
  const level = kind === 'syntax' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const text = problemText(settingsOf(document.uri).locale, message);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(document.positionAt(start), document.positionAt(end)), text, level);
  diagnostic.source = SECTION;
  return diagnostic;
}

function coloured(tokens: readonly LossToken[], document: vscode.TextDocument): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder(LEGEND);
  for (const { start, end, type, modifiers } of tokens) {
    const { line, character } = document.positionAt(start);
    const bits = modifiers.reduce((sum, modifier) => sum + 2 ** MODIFIERS.indexOf(modifier), 0);
    builder.push(line, character, end - start, TYPES.indexOf(type), bits);
  }
  return builder.build();
}

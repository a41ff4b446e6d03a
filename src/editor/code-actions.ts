import * as vscode from 'vscode';
import type { Finding, Fix } from '../engine/check/report';
import { PREVIEW } from './code-lens';
import { COPY_REPRODUCER, COPY_TEST } from './copy-reproducer';
import { editOf, FIX_ALL, fixAll, fixKind } from './fixes';
import { partOf } from './lookup';
import { toRange } from './ranges';
import { EXPLAIN_RULE } from './rule-page';
import type { Session } from './session';
import { settingsOf } from './settings';
import { keyOf, SELECTOR } from './sources';
import { say } from './strings/say';
import { suppression } from './suppression';

/** Quick fixes: each finding's own first, then all at once, the rule's page, and last to be silent about it. */
export function codeActions(session: Session): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, diagnostics }, token) {
      const report = await session.freshReportOf(document);
      if (!report || token.isCancellationRequested) return undefined;
      const { findings } = partOf(report, document);
      const shown = vscode.languages.getDiagnostics(document.uri);
      const problems = findings.filter((finding) => shown.some((diagnostic) => isOf(diagnostic, finding)));
      if (only?.contains(FIX_ALL) && !only.contains(vscode.CodeActionKind.QuickFix)) return fixAll(document, problems);
      const here = findings.filter((finding) => range.intersection(toRange(finding.range)) && diagnostics.some((d) => isOf(d, finding)));
      return [
        ...here.flatMap((finding) => finding.fixes.map((fix, index) => fixAction(document, finding, fix, index === 0, diagnostics))),
        ...[...new Set(here.map(({ code }) => code))].flatMap((code) => fixKind(document, problems, code, ofCode(diagnostics, code))),
        ...(here.some(({ fixes }) => fixes.length > 0) ? fixAll(document, problems) : []),
        ...here.flatMap((finding) => walk(document, finding, diagnostics)),
        ...here.flatMap((finding) => reproduce(document, finding, diagnostics)),
        ...here.map((finding) => explain(document, finding, diagnostics)),
        ...here.flatMap((finding) => suppress(document, finding, diagnostics)),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

function isOf(diagnostic: vscode.Diagnostic, finding: Finding): boolean {
  const { code } = diagnostic;
  return typeof code === 'object' && code.value === finding.code && diagnostic.range.isEqual(toRange(finding.range));
}

function ofCode(diagnostics: readonly vscode.Diagnostic[], wanted: string): vscode.Diagnostic[] {
  return diagnostics.filter(({ code }) => typeof code === 'object' && code.value === wanted);
}

function fixAction(
  document: vscode.TextDocument,
  finding: Finding,
  fix: Fix,
  first: boolean,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, [fix]);
  action.isPreferred = first;
  action.diagnostics = diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
  return action;
}

function walk(document: vscode.TextDocument, finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  if (!finding.witness || finding.loss === null) return [];
  const title = say(settingsOf(document.uri).locale, 'action.walk');
  return [commandAction(title, PREVIEW, [keyOf(document), finding.loss, finding.fingerprint], finding, diagnostics)];
}

function reproduce(document: vscode.TextDocument, finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  if (finding.reproducer === undefined) return [];
  const { locale } = settingsOf(document.uri);
  return [
    commandAction(say(locale, 'action.reproducer'), COPY_REPRODUCER, [finding.fingerprint], finding, diagnostics),
    commandAction(say(locale, 'action.test'), COPY_TEST, [finding.fingerprint], finding, diagnostics),
  ];
}

function explain(document: vscode.TextDocument, finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const title = say(settingsOf(document.uri).locale, 'action.rule', { code: finding.code });
  return commandAction(title, EXPLAIN_RULE, [finding.code], finding, diagnostics);
}

function commandAction(
  title: string,
  command: string,
  given: readonly string[],
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...given] };
  action.diagnostics = diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
  return action;
}

function suppress(document: vscode.TextDocument, finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const text = suppression(document.lineAt(finding.range.end.line).text, finding.code);
  if (text === null) return [];
  const title = say(settingsOf(document.uri).locale, 'action.suppress', { code: finding.code });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, document.lineAt(finding.range.end.line).range, text);
  action.diagnostics = diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
  return [action];
}

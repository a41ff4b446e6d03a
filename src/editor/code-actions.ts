import * as vscode from 'vscode';
import type { Finding, Fix } from '../engine/check/report';
import { partOf } from './lookup';
import { toRange } from './ranges';
import { EXPLAIN_RULE } from './rule-page';
import type { Session } from './session';
import { settingsOf } from './settings';
import { SELECTOR } from './sources';
import { say } from './strings/say';
import { suppression } from './suppression';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('losswright');

/** Quick fixes: each finding's own first, then all at once, the rule's page, and last to be silent about it. */
export function codeActions(session: Session): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, diagnostics }, token) {
      const report = await session.freshReportOf(document);
      if (!report || token.isCancellationRequested) return undefined;
      const { findings } = partOf(report, document);
      if (only && FIX_ALL.contains(only)) return fixAll(document, findings);
      const here = findings.filter((finding) => range.intersection(toRange(finding.range)) && diagnostics.some((d) => isOf(d, finding)));
      return [
        ...here.flatMap((finding) => finding.fixes.map((fix, index) => fixAction(document, finding, fix, index === 0, diagnostics))),
        ...(here.some(({ fixes }) => fixes.length > 0) ? fixAll(document, findings) : []),
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

function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  const fixes = withoutOverlap(findings.flatMap((finding) => finding.fixes.slice(0, 1)));
  if (fixes.length === 0) return [];
  const action = new vscode.CodeAction(say(settingsOf(document.uri).locale, 'action.fix-all'), FIX_ALL);
  action.edit = editOf(document, fixes);
  return [action];
}

/** Keeps the fixes whose edits touch no earlier fix; an edit that several fixes share (an import) is made once. */
function withoutOverlap(fixes: readonly Fix[]): Fix[] {
  const taken = new Map<string, vscode.Range>();
  return fixes.flatMap((fix) => {
    const fresh = fix.edits.filter((edit) => !taken.has(JSON.stringify(edit)));
    const clash = fresh.some((edit) => [...taken.values()].some((range) => range.intersection(toRange(edit.range)) && !range.isEmpty));
    if (clash || fresh.length === 0) return [];
    for (const edit of fresh) taken.set(JSON.stringify(edit), toRange(edit.range));
    return [{ ...fix, edits: fresh }];
  });
}

function editOf(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of fixes.flatMap(({ edits }) => edits)) edit.replace(document.uri, toRange(range), newText);
  return edit;
}

function explain(document: vscode.TextDocument, finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const title = say(settingsOf(document.uri).locale, 'action.rule', { code: finding.code });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: EXPLAIN_RULE, title, arguments: [finding.code] };
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

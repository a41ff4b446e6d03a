import * as vscode from 'vscode';
import type { Finding, Fix } from '../engine/check/report';
import { toRange } from './ranges';
import { settingsOf } from './settings';
import { say } from './strings/say';

/** Kind of the action that a reader may have run on every save. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('losswright');

/** All first fixes of some findings as one action; none where nothing can be fixed. */
export function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  const fixes = firstFixes(findings);
  if (fixes.length === 0) return [];
  const action = new vscode.CodeAction(say(settingsOf(document.uri).locale, 'action.fix-all'), FIX_ALL);
  action.edit = editOf(document, fixes);
  return [action];
}

/** The first fixes of all findings of one rule as a quick fix; none where there is but one. */
export function fixKind(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  code: string,
  about: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const fixes = firstFixes(findings.filter((finding) => finding.code === code));
  if (fixes.length < 2) return [];
  const action = new vscode.CodeAction(say(settingsOf(document.uri).locale, 'action.fix-kind', { code }), vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, fixes);
  // VS Code lists what belongs to no problem after everything else, even after the offer to be silent.
  action.diagnostics = [...about];
  return [action];
}

/** The first fixes of some findings, without those that would touch what an earlier one touches. */
export function firstFixes(findings: readonly Finding[]): Fix[] {
  return withoutOverlap(findings.flatMap((finding) => finding.fixes.slice(0, 1)));
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

/** The edit that makes some fixes. */
export function editOf(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of fixes.flatMap(({ edits }) => edits)) edit.replace(document.uri, toRange(range), newText);
  return edit;
}

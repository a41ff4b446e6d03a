import * as vscode from 'vscode';
import type { Finding, Severity } from '../engine/check/report';
import type { Configuration } from '../engine/config/configuration';
import { calmly } from './calmly';
import { partOfCell } from './lookup';
import { toRange } from './ranges';
import { explainRule } from './rule-page';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import type { Settings } from './settings';

const LEVELS: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Families whose findings are faults; the others live in hover, lens and panel unless a setting asks for them. */
const FAULTS = ['stability', 'gradient', 'contract'];

/** Squiggles: the findings that the settings of their document let through, calm while the reader types. */
export function diagnostics(session: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SECTION);
  const show = (key: string): void => {
    const known = session.faultsOfKey(key);
    for (const { uri, cell } of placesOf(key))
      collection.set(uri, known ? diagnosticsOf(partOfCell(known.report, cell).findings, uri, known.configuration) : []);
  };
  const forget = vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri));
  return vscode.Disposable.from(collection, forget, calmly(session, show));
}

/** Where the findings under a key stand: in the file itself, or in the cells of a notebook. */
function placesOf(key: string): readonly { readonly uri: vscode.Uri; readonly cell?: number }[] {
  const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === key);
  return notebook?.getCells().map(({ document, index }) => ({ uri: document.uri, cell: index })) ?? [{ uri: vscode.Uri.parse(key) }];
}

function diagnosticsOf(findings: readonly Finding[], uri: vscode.Uri, configuration: Configuration): vscode.Diagnostic[] {
  const settings = settingsOf(uri);
  return findings.flatMap((finding) => {
    const severity = shownAs(finding, settings, configuration);
    return severity ? [diagnosticOf(finding, severity, uri)] : [];
  });
}

/** Severity under which a finding is shown as a problem; null when it is not. What the project chose is in the finding already. */
function shownAs(finding: Finding, { rules }: Settings, { severity = {} }: Configuration): Severity | null {
  const [family = ''] = finding.code.split('/');
  const names = [finding.code, `${family}/*`, family, '*'];
  const chosen = names.map((name) => rules[name]).find((level) => level !== undefined);
  if (chosen) return chosen === 'off' ? null : chosen;
  if (names.some((name) => severity[name] !== undefined)) return finding.severity;
  return FAULTS.includes(family) && finding.severity !== 'information' ? finding.severity : null;
}

function diagnosticOf(finding: Finding, severity: Severity, uri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, LEVELS[severity]);
  diagnostic.source = SECTION;
  diagnostic.code = { value: finding.code, target: explainRule(finding.code) };
  diagnostic.relatedInformation = finding.related.map(
    ({ message, range }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
  );
  if (finding.code === 'gradient/unused-prediction') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

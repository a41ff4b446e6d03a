import * as vscode from 'vscode';
import type { FileReport, Finding, LossReport } from '../engine/check/report';
import { verdictWords } from './code-lens';
import { findingsOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';

interface Row {
  readonly key: string;
  /** Absent for the row of a file. */
  readonly loss?: LossReport;
}

/** The tree of the losses that were read: files, and in each its losses with their verdicts. */
export function lossesTree(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row ? lossesOf(session, row.key) : filesOf(session)),
    getTreeItem: ({ key, loss }) => (loss ? lossItem(key, loss, session.reportOfKey(key)?.findings ?? []) : fileItem(key)),
  };
  const update = (): void => {
    void vscode.commands.executeCommand('setContext', `${SECTION}.hasLosses`, filesOf(session).length > 0);
    changed.fire(undefined);
  };
  return vscode.Disposable.from(
    changed,
    vscode.window.registerTreeDataProvider(`${SECTION}.losses`, provider),
    session.onDidChange(update),
  );
}

function filesOf({ known }: Session): Row[] {
  return [...known]
    .filter(([, { report }]) => readLosses(report).length > 0)
    .map(([key]) => ({ key }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The losses of which something was read. */
function readLosses(report: FileReport | undefined): readonly LossReport[] {
  return report?.losses.filter(({ verdicts }) => verdicts !== null) ?? [];
}

function lossesOf(session: Session, key: string): Row[] {
  return readLosses(session.reportOfKey(key)).map((loss) => ({ key, loss }));
}

function fileItem(key: string): vscode.TreeItem {
  const uri = vscode.Uri.parse(key);
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.File;
  item.description = vscode.workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
  return item;
}

function lossItem(key: string, loss: LossReport, findings: readonly Finding[]): vscode.TreeItem {
  const own = findingsOf(loss, findings);
  const item = new vscode.TreeItem(loss.name, vscode.TreeItemCollapsibleState.None);
  item.iconPath = iconOf(own);
  item.description = verdictWords(loss, own, settingsOf(vscode.Uri.parse(key)).locale).join(' · ');
  item.tooltip = loss.formula?.text ?? loss.name;
  item.contextValue = 'loss';
  item.command = {
    title: '',
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(key), { selection: toRange({ start: loss.range.start, end: loss.range.start }) }],
  };
  return item;
}

function iconOf(findings: readonly Finding[]): vscode.ThemeIcon {
  if (findings.some(({ severity }) => severity === 'error'))
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (findings.some(({ severity }) => severity === 'warning'))
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('graph-line');
}

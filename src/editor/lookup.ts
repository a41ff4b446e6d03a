import type * as vscode from 'vscode';
import type { FileReport, Finding, LossReport } from '../engine/check/report';
import { cellOf } from './sources';
import { toRange } from './ranges';

/** What of a report lies in a document: all of it, or the part of one notebook cell. */
export function partOf(report: FileReport, document: vscode.TextDocument): Pick<FileReport, 'losses' | 'findings'> {
  return partOfCell(report, cellOf(document)?.index);
}

/** The part of a report that lies in a cell of a notebook; all of it where no cell is meant. */
export function partOfCell(report: FileReport, cell: number | undefined): Pick<FileReport, 'losses' | 'findings'> {
  if (cell === undefined) return report;
  return {
    losses: report.losses.filter((loss) => loss.cell === cell),
    findings: report.findings.filter((finding) => finding.cell === cell),
  };
}

/** The innermost loss around a position. */
export function lossAt(losses: readonly LossReport[], position: vscode.Position): LossReport | undefined {
  const around = losses.filter((loss) => toRange(loss.range).contains(position));
  return around.sort((a, b) => length(a) - length(b))[0];
}

/** The loss whose name stands at a position: the function's own name, or its class's. */
export function lossNamedAt(
  losses: readonly LossReport[],
  document: vscode.TextDocument,
  position: vscode.Position,
): LossReport | undefined {
  const range = document.getWordRangeAtPosition(position);
  const word = range && document.getText(range);
  const named = losses.filter(({ name }) => word !== undefined && name.replace(/#\d+$/, '').split('.').includes(word));
  return lossAt(named, position) ?? named.find((loss) => isClassLine(document, position) || loss.kind !== 'method');
}

/** The findings of one loss. */
export function findingsOf(loss: LossReport, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.loss === loss.name);
}

function isClassLine(document: vscode.TextDocument, position: vscode.Position): boolean {
  return /^\s*class\b/.test(document.lineAt(position).text);
}

function length({ range }: LossReport): number {
  return range.end.line - range.start.line;
}

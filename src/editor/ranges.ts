import * as vscode from 'vscode';
import type { Range } from '../engine/text/line-index';

/** A range of a report as VS Code's. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

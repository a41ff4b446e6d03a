import * as vscode from 'vscode';
import type { Range } from '../engine/text/line-index';
import type { PanelState } from '../protocol/panel-messages';
import { toRange } from './ranges';
import type { Session } from './session';
import { documentOf } from './sources';

/** Selects a range of a loss's code, in the editor that shows it already where there is one. */
export async function reveal({ document: key, loss: name }: PanelState, range: Range, session: Session): Promise<void> {
  const report = await session.freshReport(key);
  const document = await documentOf(key, report?.losses.find((loss) => loss.name === name)?.cell);
  if (!document) return;
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One });
  const { start, end } = toRange(range);
  editor.selection = new vscode.Selection(end, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

import * as vscode from 'vscode';
import type { Finding, LossReport } from '../engine/check/report';
import { findingsOf, lossAt, partOf } from './lookup';
import type { Session } from './session';
import { settingsOf } from './settings';
import { documentOf } from './sources';
import { say } from './strings/say';

/** A loss, the document it stands in, and what was found in it. */
export interface LossAtHand {
  readonly document: vscode.TextDocument;
  readonly loss: LossReport;
  readonly findings: readonly Finding[];
}

/** The loss under the caret, else the file's only one, else the one the reader picks. */
export async function lossAtHand(session: Session): Promise<LossAtHand | undefined> {
  const editor = vscode.window.activeTextEditor;
  const report = editor && (await session.freshReportOf(editor.document));
  if (!report) return nothing();
  const { losses, findings } = partOf(report, editor.document);
  const loss = lossAt(losses, editor.selection.active) ?? (losses.length === 1 ? losses[0] : await pickLoss(losses));
  return loss && { document: editor.document, loss, findings: findingsOf(loss, findings) };
}

/** A loss by the key of its document and its name. */
export async function lossNamed(session: Session, key: string, name: string): Promise<LossAtHand | undefined> {
  const report = await session.freshReport(key);
  const loss = report?.losses.find((one) => one.name === name);
  const document = loss && (await documentOf(key, loss.cell));
  return report && loss && document && { document, loss, findings: findingsOf(loss, report.findings) };
}

async function pickLoss(losses: readonly LossReport[]): Promise<LossReport | undefined> {
  if (losses.length === 0) return nothing();
  const items = losses.map((loss) => ({ label: loss.name, description: loss.formula?.text ?? '', loss }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say(settingsOf().locale, 'pick.loss') }))?.loss;
}

function nothing(): undefined {
  void vscode.window.showInformationMessage(say(settingsOf().locale, 'message.no-loss'));
  return undefined;
}

import * as vscode from 'vscode';
import type { LossReport } from '../engine/check/report';
import { PREVIEW } from './code-lens';
import { findingsOf, lossAt, partOf } from './lookup';
import type { Preview } from './preview';
import { readableReport } from './report-page';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { keyOf } from './sources';
import { SHOW_LOG } from './status';
import type { StringId } from './strings/en';
import { say } from './strings/say';

/** The commands of the palette. */
export function commands(session: Session, preview: Preview, log: vscode.LogOutputChannel): vscode.Disposable {
  const register = (name: string, run: (...given: unknown[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(name, run);
  return vscode.Disposable.from(
    register(PREVIEW, (document, loss, walk) => showPreview(session, preview, document, loss, walk)),
    register(`${SECTION}.copyFormula`, () => copyFormula(session)),
    register(`${SECTION}.copyReproducer`, () => copyReproducer(session)),
    register(`${SECTION}.showReport`, () => showReport(session)),
    register(`${SECTION}.restart`, () => session.restart()),
    register(SHOW_LOG, () => log.show()),
  );
}

async function showPreview(session: Session, preview: Preview, document: unknown, loss: unknown, walk: unknown): Promise<void> {
  if (typeof document === 'string' && typeof loss === 'string')
    return preview.show({ document, loss }, typeof walk === 'string' ? [{ kind: 'walk', code: walk }] : []);
  const chosen = await lossAtHand(session);
  if (chosen) await preview.show({ document: keyOf(chosen.document), loss: chosen.loss.name });
}

async function copyFormula(session: Session): Promise<void> {
  const chosen = await lossAtHand(session);
  const formula = chosen?.loss.formula;
  if (!formula) return;
  const notations = [
    { label: 'LaTeX', text: formula.latex },
    { label: 'mathjs', text: formula.text },
  ];
  const notation = await vscode.window.showQuickPick(notations, { placeHolder: sentence('pick.notation') });
  if (notation) await copy(notation.text, notation.label);
}

async function copyReproducer(session: Session): Promise<void> {
  const chosen = await lossAtHand(session);
  const failing = chosen?.findings.find(({ reproducer }) => reproducer !== undefined);
  if (failing?.reproducer) await copy(failing.reproducer, failing.code);
  else if (chosen) void vscode.window.showInformationMessage(sentence('message.no-reproducer', { loss: chosen.loss.name }));
}

async function showReport(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const report = document && (await session.freshReportOf(document));
  if (report) await vscode.commands.executeCommand('markdown.showPreview', readableReport(keyOf(document)));
  else void vscode.window.showInformationMessage(sentence('message.no-report'));
}

/** The loss under the caret, else the file's only one, else the one the reader picks. */
async function lossAtHand(session: Session) {
  const editor = vscode.window.activeTextEditor;
  const report = editor && (await session.freshReportOf(editor.document));
  if (!report) return nothing();
  const { losses, findings } = partOf(report, editor.document);
  const loss = lossAt(losses, editor.selection.active) ?? (losses.length === 1 ? losses[0] : await pickLoss(losses));
  return loss && { document: editor.document, loss, findings: findingsOf(loss, findings) };
}

async function pickLoss(losses: readonly LossReport[]): Promise<LossReport | undefined> {
  if (losses.length === 0) return nothing();
  const items = losses.map((loss) => ({ label: loss.name, description: loss.formula?.text ?? '', loss }));
  return (await vscode.window.showQuickPick(items, { placeHolder: sentence('pick.loss') }))?.loss;
}

function nothing(): undefined {
  void vscode.window.showInformationMessage(sentence('message.no-loss'));
  return undefined;
}

async function copy(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(sentence('message.copied', { what }), 3000);
}

function sentence(id: StringId, slots: Readonly<Record<string, string>> = {}): string {
  return say(settingsOf().locale, id, slots);
}

import * as vscode from 'vscode';
import { PREVIEW } from './code-lens';
import { lossAtHand } from './loss-at-hand';
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
    register(`${SECTION}.showReport`, () => showReport(session)),
    register(`${SECTION}.restart`, () => session.restart()),
    register(SHOW_LOG, () => log.show()),
  );
}

async function showPreview(session: Session, preview: Preview, document: unknown, loss: unknown, walk: unknown): Promise<void> {
  if (typeof document === 'string' && typeof loss === 'string')
    return preview.show({ document, loss }, typeof walk === 'string' ? [{ kind: 'walk', finding: walk }] : []);
  const chosen = await lossAtHand(session);
  if (chosen) await preview.show({ document: keyOf(chosen.document), loss: chosen.loss.name });
}

async function showReport(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const report = document && (await session.freshReportOf(document));
  if (report) await vscode.commands.executeCommand('markdown.showPreview', readableReport(keyOf(document)));
  else void vscode.window.showInformationMessage(sentence('message.no-report'));
}

function sentence(id: StringId): string {
  return say(settingsOf().locale, id);
}

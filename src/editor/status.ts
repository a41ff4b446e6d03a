import * as vscode from 'vscode';
import type { FileReport } from '../engine/check/report';
import { phrase } from '../engine/report/phrases/phrase';
import type { Locale } from '../engine/report/phrases/phrase';
import type { Activity, Session } from './session';
import { SECTION, settingsOf } from './settings';
import { SELECTOR } from './sources';
import { say } from './strings/say';
import { tally } from './tally';

/** Command that opens the log. */
export const SHOW_LOG = `${SECTION}.showLog`;

/** The language status item: what was found in the document at hand, and whether work is going on. */
export function status(session: Session): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(SECTION, SELECTOR);
  let activity: Activity = 'idle';
  const update = (): void => show(item, session, activity);
  item.text = say('en', 'status.name');
  return vscode.Disposable.from(
    item,
    session.onDidChange(update),
    session.onDidAct((now) => {
      activity = activity === 'failed' && now === 'idle' ? 'failed' : now;
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function show(item: vscode.LanguageStatusItem, session: Session, activity: Activity): void {
  const { locale } = settingsOf();
  const document = vscode.window.activeTextEditor?.document;
  const analysed = document && session.reportOf(document);
  item.name = say(locale, 'status.name');
  item.busy = activity === 'busy';
  item.severity = activity === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
  item.text = analysed ? `${item.name}: ${summary(analysed.report, locale)}` : item.name;
  item.detail = activity === 'failed' ? say(locale, 'status.failed') : '';
  item.command = { command: SHOW_LOG, title: say(locale, 'status.log') };
}

/** A report in few words. */
export function summary({ losses, findings }: FileReport, locale: Locale): string {
  if (losses.length === 0) return phrase(locale, 'summary.no-losses');
  const count = losses.length === 1 ? phrase(locale, 'summary.one-loss') : phrase(locale, 'summary.losses', { count: losses.length });
  return [count, ...tally(findings, locale)].join(' · ');
}

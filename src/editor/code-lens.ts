import * as vscode from 'vscode';
import type { Finding, LossReport } from '../engine/check/report';
import type { Locale } from '../engine/report/phrases/phrase';
import { verdictLines } from '../engine/report/verdict-lines';
import { findingsOf, partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { keyOf, SELECTOR } from './sources';
import { say } from './strings/say';
import { tally } from './tally';

/** Command that opens the preview of a loss. */
export const PREVIEW = `${SECTION}.preview`;

/** The line above each loss that was read: `1 error · smooth · convex in z · Preview`. */
export function codeLens(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerCodeLensProvider(SELECTOR, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const { codeLens: wanted, locale } = settingsOf(document.uri);
      const analysed = wanted ? session.reportOf(document) : undefined;
      if (!analysed) return [];
      const { losses, findings } = partOf(analysed.report, document);
      return losses.filter(({ verdicts }) => verdicts !== null).flatMap((loss) => lensOf(loss, findings, document, locale));
    },
  });
  return vscode.Disposable.from(
    changed,
    provider,
    session.onDidChange(() => changed.fire()),
  );
}

function lensOf(loss: LossReport, findings: readonly Finding[], document: vscode.TextDocument, locale: Locale): vscode.CodeLens[] {
  const words = verdictWords(loss, findingsOf(loss, findings), locale);
  // Of a loss that was read in part, nothing may be known: there is nothing to say above it.
  if (words.length === 0 && loss.translation.status !== 'full') return [];
  const title = [...words, say(locale, 'lens.preview')].join(' · ');
  const { start } = toRange(loss.range);
  return [new vscode.CodeLens(new vscode.Range(start, start), { title, command: PREVIEW, arguments: [keyOf(document), loss.name] })];
}

/** A loss in few words: faults, smoothness, convexity. `findings` are its own. */
export function verdictWords(loss: LossReport, findings: readonly Finding[], locale: Locale): string[] {
  return [...tally(findings, locale), ...shapeOf(loss, locale)];
}

/** What is known of smoothness and convexity. */
function shapeOf(loss: LossReport, locale: Locale): string[] {
  const { differentiability, convexity } = loss.verdicts ?? {};
  const known = { differentiability: differentiability?.answer !== 'unknown', convexity: convexity?.answer !== 'unknown' };
  return verdictLines(loss, locale).flatMap(({ question, answer }) =>
    (question === 'differentiability' || question === 'convexity') && known[question] ? [answer] : [],
  );
}

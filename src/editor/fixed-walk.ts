import * as vscode from 'vscode';
import type { Finding, Fix, LossReport } from '../engine/check/report';
import { pack } from '../protocol/number-safe';
import type { FixedWalk, PanelState, ToPanel } from '../protocol/panel-messages';
import { editOf, firstFixes } from './fixes';
import type { PanelSources } from './panel-content';
import { toRange } from './ranges';
import { settingsOf } from './settings';
import { documentOf, sourceTextWith } from './sources';
import { say } from './strings/say';

/** A way to be rid of a finding: its own fix, or those of its whole loss. */
interface Cure {
  readonly title: string;
  readonly all: boolean;
  readonly fixes: readonly Fix[];
}

interface Case {
  readonly loss: LossReport;
  readonly document: vscode.TextDocument;
  readonly cures: readonly Cure[];
}

/** The loss as the fixes of a finding would leave it, for the panel to walk through. */
export async function fixedWalks(shown: PanelState, finding: string, sources: PanelSources): Promise<ToPanel> {
  const found = await caseOf(shown, finding, sources);
  const walks = await Promise.all((found?.cures ?? []).map((cure) => (found ? walkOf(shown, found, cure, sources) : null)));
  return { kind: 'fixed', finding, walks: walks.filter((walk) => walk !== null) };
}

/** Makes the fix of a finding, or all of its loss. */
export async function applyFix(shown: PanelState, finding: string, all: boolean, sources: PanelSources): Promise<void> {
  const found = await caseOf(shown, finding, sources);
  const cure = found?.cures.find((one) => one.all === all);
  if (found && cure) await vscode.workspace.applyEdit(editOf(found.document, cure.fixes));
}

async function caseOf({ document: key, loss: name }: PanelState, fingerprint: string, { session }: PanelSources): Promise<Case | null> {
  const report = await session.freshReport(key);
  const loss = report?.losses.find((one) => one.name === name);
  const own = report?.findings.filter((finding) => finding.loss === name) ?? [];
  const finding = own.find((one) => one.fingerprint === fingerprint);
  const document = loss && (await documentOf(key, loss.cell));
  return loss && finding && document ? { loss, document, cures: curesOf(finding, own, document) } : null;
}

function curesOf({ fixes: [first] }: Finding, own: readonly Finding[], document: vscode.TextDocument): Cure[] {
  if (!first) return [];
  const every = firstFixes(own);
  const alone = { title: first.title, all: false, fixes: [first] };
  const title = say(settingsOf(document.uri).locale, 'fix.all-of-loss', { count: String(every.length) });
  return every.length > 1 ? [alone, { title, all: true, fixes: every }] : [alone];
}

async function walkOf(
  { document: key, loss: name }: PanelState,
  found: Case,
  cure: Cure,
  { engine }: PanelSources,
): Promise<FixedWalk | null> {
  const text = editedText(found.document, cure.fixes);
  const drawing = await engine.drawText(key, name, sourceTextWith(found.document, text)).catch(() => null);
  return drawing && { title: cure.title, all: cure.all, drawing: pack(drawing), code: codeAfter(found, cure.fixes, text) };
}

/** The text of a document as some fixes would leave it. */
function editedText(document: vscode.TextDocument, fixes: readonly Fix[]): string {
  const edits = fixes
    .flatMap((fix) => fix.edits)
    .map(({ range, newText }) => ({ from: document.offsetAt(toRange(range).start), to: document.offsetAt(toRange(range).end), newText }));
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, newText }) => text.slice(0, from) + newText + text.slice(to), document.getText());
}

/** The lines of the loss in the new text: edits above it move it, edits in it change its length. */
function codeAfter({ loss: { range } }: Case, fixes: readonly Fix[], text: string): FixedWalk['code'] {
  const edits = fixes.flatMap((fix) => fix.edits).map((edit) => ({ ...edit, grows: growth(edit.newText, toRange(edit.range)) }));
  const above = edits.filter((edit) => edit.range.start.line < range.start.line);
  const inside = edits.filter((edit) => edit.range.start.line >= range.start.line && edit.range.start.line <= range.end.line);
  const first = above.reduce((line, { grows }) => line + grows, range.start.line);
  const count = inside.reduce((lines, { grows }) => lines + grows, range.end.line - range.start.line + 1);
  return { first, lines: text.split(/\r?\n/).slice(first, first + count) };
}

/** How many lines an edit adds. */
function growth(newText: string, { start, end }: vscode.Range): number {
  return newText.split('\n').length - 1 - (end.line - start.line);
}

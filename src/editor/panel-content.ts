import type * as vscode from 'vscode';
import type { FileReport, Formula, LossReport } from '../engine/check/report';
import { evidence } from '../engine/report/evidence/evidence';
import { verdictLines } from '../engine/report/verdict-lines';
import { pack } from '../protocol/number-safe';
import type { PanelContent, PanelState, Picture, ToPanel } from '../protocol/panel-messages';
import type { Locale } from '../engine/report/phrases/phrase';
import type { Engine } from './engine';
import { lossAt, partOf } from './lookup';
import type { Session } from './session';
import { settingsOf } from './settings';
import { documentOf, keyOf } from './sources';
import type { Typesetter } from './typeset';

/** Where the panel gets what it shows. */
export interface PanelSources {
  readonly session: Session;
  readonly engine: Engine;
  readonly typesetter: Typesetter;
}

/** The loss around the caret of an editor, as far as it has been read. */
export function lossUnder({ document, selection }: vscode.TextEditor, session: Session): PanelState | undefined {
  const analysed = session.reportOf(document);
  const loss = analysed && lossAt(partOf(analysed.report, document).losses, selection.active);
  return loss && { document: keyOf(document), loss: loss.name };
}

/** What to tell the panel about a loss: all of it, or that the text does not have it now. */
export async function panelMessage({ document: key, loss: name }: PanelState, sources: PanelSources): Promise<ToPanel> {
  const report = await sources.session.freshReport(key);
  const loss = report?.losses.find((candidate) => candidate.name === name);
  const text = await documentOf(key, loss?.cell);
  if (!report || !loss || !text) return { kind: 'stale' };
  return { kind: 'show', document: key, content: await contentOf(loss, report, text, key, sources) };
}

/** The drawing of another loss of the document, to be laid beside the one that is shown. */
export async function comparison(key: string, loss: string, { engine }: PanelSources): Promise<ToPanel> {
  const drawing = await engine.draw(key, loss).catch(() => null);
  return { kind: 'compared', loss, drawing: drawing && pack(drawing) };
}

/** The drawing of a known loss, to be laid beside the one that is shown. */
export async function knownComparison(entry: string, { engine }: PanelSources): Promise<ToPanel> {
  const { locale } = settingsOf();
  const name = (await knownLosses(engine, locale)).find(({ id }) => id === entry)?.name ?? entry;
  const drawing = await engine.drawEntry(entry).catch(() => null);
  return { kind: 'compared', loss: name, drawing: drawing && pack(drawing) };
}

async function knownLosses(engine: Engine, locale: Locale): Promise<PanelContent['known']> {
  const drawable = (await engine.catalogue()).filter(({ definition }) => definition !== null);
  return drawable.map(({ id, name }) => ({ id, name: locale === 'en' ? name.en : name.zhCn }));
}

async function contentOf(
  loss: LossReport,
  report: FileReport,
  text: vscode.TextDocument,
  key: string,
  { engine, typesetter }: PanelSources,
): Promise<PanelContent> {
  const { locale } = settingsOf(text.uri);
  const [variable, gradient] = Object.entries(loss.gradients)[0] ?? [];
  const drawing = await engine.draw(key, loss.name).catch(() => null);
  const [formula, slope, bend] = await Promise.all([
    picture(loss.formula ?? undefined, typesetter),
    picture(gradient, typesetter),
    picture(drawing?.second ?? undefined, typesetter),
  ]);
  const { start, end } = loss.range;
  const lines = Array.from({ length: end.line - start.line + 1 }, (_, i) =>
    start.line + i < text.lineCount ? text.lineAt(start.line + i).text : '',
  );
  return {
    loss: loss.name,
    losses: report.losses.map(({ name }) => name),
    known: await knownLosses(engine, locale),
    file: report.path.slice(report.path.lastIndexOf('/') + 1),
    locale,
    formula,
    gradient: slope && variable !== undefined ? { variable, ...slope } : null,
    second: bend,
    verdicts: verdictLines(loss, locale),
    drawing: drawing && pack(drawing),
    code: { first: start.line, lines },
    obstacles: loss.translation.missing.map(({ line, what, why }) => ({ what, why: evidence(locale, why), line: line - 1 })),
  };
}

async function picture(formula: Formula | undefined, typesetter: Typesetter): Promise<Picture | null> {
  return formula ? { svg: await typesetter.svg(formula.latex), text: formula.text } : null;
}

import * as vscode from 'vscode';
import type { FileReport } from '../engine/check/report';
import { pack } from '../protocol/number-safe';
import type { ToPanel } from '../protocol/panel-messages';
import type { Engine } from './engine';
import { partOf } from './lookup';
import { comparison } from './panel-content';
import type { PanelSources } from './panel-content';
import type { Preview } from './preview';
import { SECTION, settingsOf } from './settings';
import { keyOf } from './sources';
import { say } from './strings/say';

/** One line to choose: a loss of the document, or a known one. */
interface Choice extends vscode.QuickPickItem {
  readonly own?: string;
  readonly entry?: string;
}

/** The command that draws several losses on the same axes: of the document at hand, and known ones beside them; by name or id, or as the reader picks. */
export function compareLosses(preview: Preview, sources: PanelSources): vscode.Disposable {
  return vscode.commands.registerCommand(`${SECTION}.compareLosses`, async (given?: unknown) => {
    const document = vscode.window.activeTextEditor?.document;
    const report = document && (await sources.session.freshReportOf(document));
    const { locale } = settingsOf(document?.uri);
    const own = report ? partOf(report, document).losses.filter(({ verdicts }) => verdicts !== null) : [];
    if (!document || own.length === 0) return void vscode.window.showInformationMessage(say(locale, 'message.no-loss'));
    const items = [...ownChoices(own), ...(await knownChoices(sources.engine, locale === 'en' ? 'en' : 'zhCn'))];
    const chosen = Array.isArray(given)
      ? items.filter(({ own: name, entry }) => given.includes(name ?? entry))
      : await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder: say(locale, 'pick.compare') });
    const [first, ...others] = [...(chosen ?? [])].sort((a, b) => Number(a.own === undefined) - Number(b.own === undefined));
    if (!first) return;
    const key = keyOf(document);
    const base = first.own ?? own[0]?.name ?? '';
    const beside = first.own === undefined ? [first, ...others] : others;
    await preview.show({ document: key, loss: base }, await Promise.all(beside.map((choice) => drawn(choice, key, sources))));
  });
}

function ownChoices(losses: FileReport['losses']): Choice[] {
  return losses.map(({ name, formula }) => ({ label: name, description: formula?.text ?? '', own: name }));
}

async function knownChoices(engine: Engine, language: 'en' | 'zhCn'): Promise<Choice[]> {
  const drawable = (await engine.catalogue()).filter(({ definition }) => definition !== null);
  return drawable.map(({ id, name, task }) => ({ label: name[language], description: task, entry: id }));
}

async function drawn({ label, own, entry }: Choice, key: string, sources: PanelSources): Promise<ToPanel> {
  if (own !== undefined) return comparison(key, own, sources);
  const drawing = entry === undefined ? null : await sources.engine.drawEntry(entry).catch(() => null);
  return { kind: 'compared', loss: label, drawing: drawing && pack(drawing) };
}

import * as vscode from 'vscode';
import type { FromPanel, PanelState, ToPanel } from '../protocol/panel-messages';
import { isFromPanel, isPanelState } from '../protocol/validate';
import type { Range } from '../engine/text/line-index';
import type { Engine } from './engine';
import { lossAt } from './lookup';
import { panelContent } from './panel-content';
import { panelHtml, panelOptions } from './panel-html';
import { toRange } from './ranges';
import type { Session } from './session';
import { SECTION, settingsOf } from './settings';
import { say } from './strings/say';
import type { Typesetter } from './typeset';

/** Identifier of the panel's kind, for VS Code to restore it by. */
const VIEW_TYPE = `${SECTION}.preview`;

/** The preview: one panel that shows one loss, follows the text and the caret, and leads from the curve to the code. */
export class Preview implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | null = null;
  private shown: PanelState | null = null;
  private pinned = false;
  private turn = 0;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly root: vscode.Uri,
    private readonly session: Session,
    private readonly engine: Engine,
    private readonly typesetter: Typesetter,
  ) {
    this.parts = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveColorTheme(() => void this.refresh()),
      session.onDidChange((key) => {
        if (key === this.shown?.document) void this.refresh();
      }),
    );
  }

  /** Shows a loss beside the text without taking the focus. */
  async show(state: PanelState): Promise<void> {
    this.shown = state;
    if (this.panel) this.panel.reveal(undefined, true);
    else this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }));
    await this.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (!isPanelState(state) || this.panel) return panel.dispose();
    this.shown = state;
    this.adopt(panel);
    await this.refresh();
  }

  dispose(): void {
    this.panel?.dispose();
    this.parts.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.webview.options = panelOptions(this.root);
    panel.webview.onDidReceiveMessage((message: unknown) => isFromPanel(message) && this.receive(message));
    panel.onDidDispose(() => {
      this.panel = null;
      this.shown = null;
    });
    panel.webview.html = panelHtml(panel.webview, this.root);
  }

  private async refresh(): Promise<void> {
    const { shown, panel } = this;
    const turn = ++this.turn;
    if (!shown || !panel) return;
    const message = await this.messageFor(shown);
    if (turn !== this.turn) return;
    panel.title = say(settingsOf().locale, 'panel.title', { loss: shown.loss });
    await panel.webview.postMessage(message);
  }

  private async messageFor({ document, loss: name }: PanelState): Promise<ToPanel> {
    const text = await vscode.workspace.openTextDocument(vscode.Uri.parse(document)).then(undefined, () => null);
    const report = text && (await this.session.freshReportOf(text));
    const loss = report?.losses.find((candidate) => candidate.name === name);
    if (!report || !loss) return { kind: 'stale' };
    const drawing = await this.engine.draw(document, name).catch(() => null);
    return { kind: 'show', document, content: await panelContent(loss, report, drawing, this.typesetter, settingsOf(text.uri).locale) };
  }

  private receive(message: FromPanel): void {
    if (message.kind === 'ready') void this.refresh();
    else if (message.kind === 'pin') this.pinned = message.pinned;
    else if (message.kind === 'reveal') void this.reveal(message.range);
    else if (this.shown) void this.show({ ...this.shown, loss: message.loss });
  }

  private async reveal(range: Range): Promise<void> {
    if (!this.shown) return;
    const uri = vscode.Uri.parse(this.shown.document);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const place = toRange(range);
    await vscode.window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? vscode.ViewColumn.One, selection: place });
  }

  private follow({ document, selection }: vscode.TextEditor): void {
    if (!this.panel?.visible || this.pinned || !this.shown) return;
    const report = this.session.reportOf(document)?.report;
    const loss = report && lossAt(report.losses, selection.active);
    const key = document.uri.toString();
    if (!loss || (loss.name === this.shown.loss && key === this.shown.document)) return;
    this.shown = { document: key, loss: loss.name };
    void this.refresh();
  }
}

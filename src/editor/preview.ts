import * as vscode from 'vscode';
import type { FromPanel, PanelState, ToPanel } from '../protocol/panel-messages';
import { isFromPanel, isPanelState } from '../protocol/validate';
import { applyFix, fixedWalks } from './fixed-walk';
import { comparison, knownComparison, lossUnder, panelMessage } from './panel-content';
import type { PanelSources } from './panel-content';
import { panelHtml, panelOptions } from './panel-html';
import { reveal } from './reveal';
import { saveExport } from './save-export';
import { COPY_FORMULA, SECTION, settingsOf } from './settings';
import { say } from './strings/say';

const VIEW_TYPE = `${SECTION}.preview`;

/** The preview: one panel that shows one loss, follows the text and the caret, and leads from the curve to the code. */
export class Preview implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | null = null;
  private shown: PanelState | null = null;
  private ready = false;
  private pinned = false;
  private after: ToPanel[] = [];
  private turn = 0;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly root: vscode.Uri,
    private readonly sources: PanelSources,
  ) {
    this.parts = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      sources.session.onDidChange((key) => void (key === this.shown?.document && this.refresh())),
    );
  }

  /** Shows a loss beside the text without taking the focus, then tells the panel more: to turn to a walk, to compare. */
  async show(state: PanelState, after: readonly ToPanel[] = []): Promise<void> {
    this.shown = state;
    this.after = [...after];
    if (this.panel) this.panel.reveal(undefined, true);
    else this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }));
    await this.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (!isPanelState(state) || this.panel) return panel.dispose();
    this.shown = { document: state.document, loss: state.loss };
    this.adopt(panel);
  }

  dispose(): void {
    this.panel?.dispose();
    this.parts.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    this.ready = false;
    panel.webview.options = panelOptions(this.root);
    panel.webview.onDidReceiveMessage((message: unknown) => isFromPanel(message) && this.receive(message));
    panel.onDidDispose(() => {
      this.panel = null;
      this.shown = null;
    });
    panel.webview.html = panelHtml(panel.webview, this.root);
  }

  /** Sends what is shown now, once the page listens; only the newest of several overlapping requests is sent. */
  private async refresh(): Promise<void> {
    const { shown, panel } = this;
    if (!shown || !panel || !this.ready) return;
    const turn = ++this.turn;
    const message = await panelMessage(shown, this.sources);
    if (turn !== this.turn) return;
    panel.title = say(settingsOf().locale, 'panel.title', { loss: shown.loss });
    for (const one of [message, ...this.after.splice(0)]) await panel.webview.postMessage(one);
  }

  private receive(message: FromPanel): void {
    this.ready = true;
    if (message.kind === 'ready') void this.refresh();
    else if (message.kind === 'pin') this.pinned = message.pinned;
    else if (this.shown) void this.answer(message, this.shown, this.sources);
  }

  private async answer(message: Exclude<FromPanel, { kind: 'ready' | 'pin' }>, shown: PanelState, sources: PanelSources): Promise<void> {
    if (message.kind === 'compare') await this.panel?.webview.postMessage(await comparison(shown.document, message.loss, sources));
    else if (message.kind === 'compareKnown') await this.panel?.webview.postMessage(await knownComparison(message.entry, sources));
    else if (message.kind === 'fix') await this.panel?.webview.postMessage(await fixedWalks(shown, message.finding, sources));
    else if (message.kind === 'apply') await applyFix(shown, message.finding, message.all, sources);
    else if (message.kind === 'reveal') await reveal(shown, message.range, sources.session);
    else if (message.kind === 'save') await saveExport(shown.document, message.name, message.text);
    else if (message.kind === 'copyFormula') await vscode.commands.executeCommand(COPY_FORMULA, shown.document, shown.loss);
    else await this.show({ ...shown, loss: message.loss });
  }

  private follow(editor: vscode.TextEditor): void {
    const { shown } = this;
    if (!this.panel?.visible || this.pinned || !shown) return;
    const under = lossUnder(editor, this.sources.session);
    if (!under || (under.loss === shown.loss && under.document === shown.document)) return;
    this.shown = under;
    void this.refresh();
  }
}

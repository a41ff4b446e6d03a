import * as vscode from 'vscode';
import type { FileReport } from '../engine/check/report';
import type { Position } from '../engine/text/line-index';
import type { Configuration } from '../engine/config/configuration';
import type { Configurations } from './configurations';
import type { Engine } from './engine';
import { settingsOf } from './settings';
import { documentOf, keyOf, sourceOf } from './sources';
import type { Source } from './sources';

/** A report, the text it speaks of, and what the project says of its rules. */
export interface Analysed {
  readonly source: Source;
  readonly configuration: Configuration;
  readonly report: FileReport;
}

/** What the status surface shows. */
export type Activity = 'idle' | 'busy' | 'failed';

/** Keeps the report of every open document: asks the engine when a text is new, after a pause while it is typed. */
export class Session implements vscode.Disposable {
  private readonly reports = new Map<string, Analysed>();
  private readonly early = new Map<string, Analysed>();
  private readonly pending = new Map<string, { source: Source; done: Promise<void> }>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly acted = new vscode.EventEmitter<Activity>();
  private readonly found = new vscode.EventEmitter<string>();

  /** Fires with the key of a source whose report is new or gone. */
  readonly onDidChange = this.changed.event;
  /** Fires with the key of a source whose faults are known before the rest of its report. */
  readonly onDidFind = this.found.event;
  /** Fires when work begins, ends or fails. */
  readonly onDidAct = this.acted.event;

  constructor(
    private readonly engine: Engine,
    private readonly configurations: Configurations,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** The last report of a document, which may be of an older text. */
  reportOf(document: vscode.TextDocument): Analysed | undefined {
    return this.reports.get(keyOf(document));
  }

  /** The last report under a key. */
  reportOfKey(key: string): FileReport | undefined {
    return this.reports.get(key)?.report;
  }

  /** The newest that is known of faults under a key: it comes before everything else of a text is known. */
  faultsOfKey(key: string): Analysed | undefined {
    return this.early.get(key) ?? this.reports.get(key);
  }

  /** The report of a document's present text: waits for the engine where it is behind. */
  async freshReportOf(document: vscode.TextDocument): Promise<FileReport | undefined> {
    const source = settingsOf(document.uri).enable ? sourceOf(document) : null;
    if (!source) return undefined;
    await this.analyse(source, document.uri);
    const analysed = this.reports.get(source.key);
    return analysed?.source.text === source.text ? analysed.report : undefined;
  }

  /** Analyses a file that need not be open. */
  async read(source: Source): Promise<void> {
    await this.analyse(source, vscode.Uri.parse(source.key));
  }

  /** All that is known, by key. */
  get known(): ReadonlyMap<string, Analysed> {
    return this.reports;
  }

  /** {@link freshReportOf} by key: the whole report, of a notebook that of all its cells. */
  async freshReport(key: string): Promise<FileReport | undefined> {
    const document = await documentOf(key);
    return document && this.freshReportOf(document);
  }

  /** Analyses a document after a pause; each call begins the pause anew. */
  schedule(document: vscode.TextDocument, pause: number): void {
    const key = keyOf(document);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.refresh(document), pause),
    );
  }

  /** Analyses a document now, or forgets it when there is nothing in it to read. */
  refresh(document: vscode.TextDocument): void {
    // Another document may have taken the address of one that is closed.
    if (document.isClosed) return;
    clearTimeout(this.timers.get(keyOf(document)));
    this.timers.delete(keyOf(document));
    const source = settingsOf(document.uri).enable ? sourceOf(document) : null;
    if (source) void this.analyse(source, document.uri);
    else this.forget(keyOf(document));
  }

  /** A file was saved: it is read now, and so is every open file that may import it. */
  saved(document: vscode.TextDocument): void {
    this.refresh(document);
    if (document.languageId !== 'python') return;
    this.engine.saved({ path: keyOf(document), text: document.getText() });
    for (const other of vscode.workspace.textDocuments) {
      if (other === document || other.languageId !== 'python' || !this.reports.has(keyOf(other))) continue;
      this.reports.delete(keyOf(other));
      this.refresh(other);
    }
  }

  /** Drops what is known of a source. */
  forget(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    if (this.pending.delete(key) || this.reports.has(key)) this.engine.close(key);
    const wasFound = this.early.delete(key);
    if (this.reports.delete(key) || wasFound) this.changed.fire(key);
  }

  /** Forgets every report, as after a change of settings. */
  reset(): void {
    for (const key of [...this.reports.keys(), ...this.pending.keys()]) this.forget(key);
  }

  /** Starts the engine anew, and reads again what was read. */
  restart(): void {
    this.engine.restart();
    const read = vscode.workspace.textDocuments.filter((document) => this.reports.has(keyOf(document)));
    this.reset();
    for (const document of read) this.refresh(document);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.changed.dispose();
    this.found.dispose();
    this.acted.dispose();
  }

  private async analyse(source: Source, uri: vscode.Uri): Promise<void> {
    if (this.reports.get(source.key)?.source.text === source.text) {
      // An edit was taken back: what is still under way for the text in between must not be shown.
      this.pending.delete(source.key);
      return;
    }
    const current = this.pending.get(source.key);
    if (current?.source.text === source.text) return current.done;
    const asked = { source, done: this.ask(source, uri) };
    this.pending.set(source.key, asked);
    await asked.done;
    if (this.pending.get(source.key) === asked) this.pending.delete(source.key);
    if (this.pending.size === 0) this.acted.fire('idle');
  }

  private async ask(source: Source, uri: vscode.Uri): Promise<void> {
    const { dtypes, locale, rules } = settingsOf(uri);
    this.acted.fire('busy');
    const isDue = (): boolean => this.pending.get(source.key)?.source === source;
    try {
      const configuration = await this.configurations.of(uri);
      if (!isDue()) return;
      const early = (report: FileReport): void => {
        if (isDue() && onlyFaultsMatter(rules, configuration)) this.publishEarly({ source, configuration, report });
      };
      const report = await this.engine.check(source, { dtypes, locale, configuration }, caretIn(source.key), early);
      if (report && isDue()) this.publish({ source, configuration, report });
    } catch (error) {
      this.log.error(String(error));
      this.acted.fire('failed');
    }
  }

  private publishEarly(analysed: Analysed): void {
    this.early.set(analysed.source.key, analysed);
    this.found.fire(analysed.source.key);
  }

  private publish(analysed: Analysed): void {
    this.early.delete(analysed.source.key);
    this.reports.set(analysed.source.key, analysed);
    this.changed.fire(analysed.source.key);
  }
}

/** Line and column of the caret, where it stands in a source. */
function caretIn(key: string): Position | null {
  const editor = vscode.window.activeTextEditor;
  if (!editor || keyOf(editor.document) !== key) return null;
  const { line, character } = editor.selection.active;
  return { line, character };
}

/** Whether nothing is shown of what comes late, which would go and come back while the reader types. */
function onlyFaultsMatter(rules: Readonly<Record<string, string>>, { severity = {} }: Configuration): boolean {
  return [...Object.keys(rules), ...Object.keys(severity)].every((name) => /^(stability|gradient|contract)\b(?!\/saturates)/.test(name));
}

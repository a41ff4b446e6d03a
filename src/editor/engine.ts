import type * as vscode from 'vscode';
import type { CatalogueEntry } from '../engine/catalogue/catalogue-entry';
import type { LossSyntax, LossVocabulary } from '../engine/check/loss-syntax';
import type { OperationReport } from '../engine/check/operation';
import type { FileReport, Report } from '../engine/check/report';
import type { Sketch } from '../engine/check/sketch';
import type { Position } from '../engine/text/line-index';
import type { Locale } from '../engine/report/phrases/phrase';
import type { Notation } from '../engine/check/translate';
import type { Assets, StartThread, Thread } from '../host/host';
import type { Drawing } from '../protocol/drawing';
import { WASM_FILES } from '../protocol/engine-messages';
import type { CheckSettings, EngineReply, EngineRequest, ModuleText } from '../protocol/engine-messages';
import { isEngineReply } from '../protocol/validate';
import type { Source } from './sources';

type Answer = FileReport | OperationReport | Sketch | Drawing | readonly CatalogueEntry[] | LossSyntax | LossVocabulary | string | null;

/** Who waits for an answer, and for what comes before it. */
interface Waiting {
  resolve(answer: Answer): void;
  reject(reason: Error): void;
  readonly early: ((report: FileReport) => void) | undefined;
}

/** Reads files of the workspace for the engine. */
export interface Files {
  /** The modules that a source imports, by dotted name; null where there is none. */
  modules(key: string, names: readonly string[]): Promise<Readonly<Record<string, ModuleText | null>>>;
  /** All Python files but tests, each by its address. */
  everything(): Promise<readonly ModuleText[]>;
}

/** The engine in its worker: started by the first question, started anew after a crash. */
export class Engine implements vscode.Disposable {
  private thread: Promise<Thread> | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private entries: Promise<readonly CatalogueEntry[]> | null = null;

  constructor(
    private readonly start: StartThread,
    private readonly assets: Assets,
    private readonly files: Files,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /**
   * Analyses a source, beginning where the reader is; null when a newer question about it came first. `early` is given the
   * report as soon as it has all faults, before it has everything. Rejects when the engine fails.
   */
  async check(
    source: Source,
    settings: CheckSettings,
    caret: Position | null = null,
    early?: (report: FileReport) => void,
  ): Promise<FileReport | null> {
    return (await this.ask((id) => ({ kind: 'check', id, settings, caret, ...source }), early)) as FileReport | null;
  }

  /** What the panel needs to draw a loss of the last report; null when it cannot be drawn. */
  async draw(key: string, loss: string): Promise<Drawing | null> {
    return (await this.ask((id) => ({ kind: 'draw', id, key, loss }))) as Drawing | null;
  }

  /** What the panel needs to draw a loss as another text of its source has it; null when it cannot be drawn. */
  async drawText(key: string, loss: string, text: string): Promise<Drawing | null> {
    return (await this.ask((id) => ({ kind: 'drawText', id, key, loss, text }))) as Drawing | null;
  }

  /** What the panel needs to draw a known loss, by its id; null when it cannot be drawn. */
  async drawEntry(entry: string): Promise<Drawing | null> {
    return (await this.ask((id) => ({ kind: 'drawEntry', id, entry }))) as Drawing | null;
  }

  /** What is known of the operation at a position of a loss of the last report. */
  async operation(key: string, loss: string, at: Position): Promise<OperationReport | null> {
    return (await this.ask((id) => ({ kind: 'operation', id, key, loss, at }))) as OperationReport | null;
  }

  /** A small curve of a loss of the last report. */
  async sketch(key: string, loss: string): Promise<Sketch | null> {
    return (await this.ask((id) => ({ kind: 'sketch', id, key, loss }))) as Sketch | null;
  }

  /** A loss of the last report as a program of a library, in its stable form; null where it cannot be written in it. */
  async translate(key: string, loss: string, to: Notation): Promise<string | null> {
    return (await this.ask((id) => ({ kind: 'translate', id, key, loss, to }))) as string | null;
  }

  /** All known losses. */
  catalogue(): Promise<readonly CatalogueEntry[]> {
    this.entries ??= this.ask((id) => ({ kind: 'catalogue', id })) as Promise<readonly CatalogueEntry[]>;
    this.entries.catch(() => (this.entries = null));
    return this.entries;
  }

  /** What stands in a `.loss` text. */
  async syntax(text: string): Promise<LossSyntax> {
    return (await this.ask((id) => ({ kind: 'syntax', id, text }))) as LossSyntax;
  }

  /** The words of the `.loss` language. */
  async vocabulary(): Promise<LossVocabulary> {
    return (await this.ask((id) => ({ kind: 'vocabulary', id }))) as LossVocabulary;
  }

  /** A report as SARIF. */
  async sarif(report: Report, locale: Locale): Promise<string> {
    return (await this.ask((id) => ({ kind: 'sarif', id, report, locale }))) as string;
  }

  /** Forgets a source. */
  close(key: string): void {
    if (this.thread) void this.post({ kind: 'close', key });
  }

  /** A file of the workspace was saved; its path is its address. */
  saved(file: ModuleText): void {
    if (this.thread) void this.post({ kind: 'saved', file });
  }

  /** Stops the worker; the next question starts another. */
  restart(): void {
    void this.thread?.then((thread) => thread.dispose());
    this.fail('the engine was stopped');
  }

  dispose(): void {
    this.restart();
  }

  private ask(request: (id: number) => EngineRequest, early?: (report: FileReport) => void): Promise<Answer> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, early });
      this.post(request(id)).catch((error: unknown) => this.fail(String(error)));
    });
  }

  private async post(request: EngineRequest): Promise<void> {
    this.thread ??= this.launch();
    (await this.thread).post(request);
  }

  private async launch(): Promise<Thread> {
    const began = Date.now();
    const [thread, ...wasm] = await Promise.all([
      this.start('worker', this.assets, { message: (data) => this.receive(data), failed: (reason) => this.fail(reason) }),
      ...WASM_FILES.map((name) => this.assets.read(name)),
    ]);
    thread.post({ kind: 'start', wasm } satisfies EngineRequest);
    this.log.info(`engine started in ${Date.now() - began} ms`);
    return thread;
  }

  private receive(data: unknown): void {
    if (!isEngineReply(data)) return this.log.error('unreadable message of the worker');
    if (data.kind === 'wanted') void this.provide(data);
    else if (data.kind === 'faults') this.waiting.get(data.id)?.early?.(data.report);
    else this.settle(data);
  }

  private settle(reply: Exclude<EngineReply, { kind: 'wanted' | 'faults' }>): void {
    const asked = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.kind === 'broken') asked?.reject(new Error(reply.message));
    else asked?.resolve(answerOf(reply));
  }

  private async provide({ key, modules, workspace }: Extract<EngineReply, { kind: 'wanted' }>): Promise<void> {
    const [texts, all] = await Promise.all([this.files.modules(key, modules), workspace ? this.files.everything() : null]);
    await this.post({ kind: 'modules', key, texts, workspace: all });
  }

  private fail(reason: string): void {
    this.thread = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }
}

function answerOf(reply: Exclude<EngineReply, { kind: 'wanted' | 'faults' | 'broken' }>): Answer {
  switch (reply.kind) {
    case 'checked':
      return reply.report;
    case 'drawn':
      return reply.drawing;
    case 'operated':
      return reply.operation;
    case 'sketched':
      return reply.sketch;
    case 'catalogued':
      return reply.entries;
    case 'written':
      return reply.text;
    case 'parsed':
      return reply.syntax;
    case 'words':
      return reply.vocabulary;
  }
}

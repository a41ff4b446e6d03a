import { CATALOGUE } from './engine/catalogue/index';
import { StudyCache } from './engine/check/cache';
import { check } from './engine/check/check';
import type { Drawing } from './engine/check/drawing';
import { drawEntry } from './engine/check/draw-entry';
import { drawLoss } from './engine/check/draw-loss';
import { optionsFrom } from './engine/check/options';
import type { CheckOptions } from './engine/check/options';
import { lossSyntax, lossVocabulary } from './engine/check/loss-syntax';
import { operationAt } from './engine/check/operation';
import { sketchOf } from './engine/check/sketch';
import { createTools } from './engine/check/tools';
import { translateLoss } from './engine/check/translate';
import type { FileReport } from './engine/check/report';
import { LastParse } from './engine/check/last-parse';
import type { Tools } from './engine/check/tools';
import { WordIndex } from './engine/check/word-index';
import { isFormatName } from './engine/numerics/format';
import { sarifRules } from './engine/report/rule-table';
import { sarifReport } from './engine/report/sarif';
import { worded, wordedOperation } from './engine/report/worded';
import { Readings } from './engine/lift/losses/readings';
import type { Mentions } from './engine/lift/callers/references';
import type { Resolve } from './engine/lift/modules/workspace';
import type { EngineReply, EngineRequest, ModuleText } from './protocol/engine-messages';
import { isEngineRequest } from './protocol/validate';

type CheckRequest = Extract<EngineRequest, { kind: 'check' }>;

/** A document at the worker: its newest text, the report of it once there is one, the modules it imports. */
interface Job {
  request: CheckRequest;
  report: FileReport | null;
  readonly modules: Map<string, ReturnType<Resolve>>;
  readonly parse: LastParse;
  readonly readings: Readings;
  /** Continues a check that waits for modules. */
  provided: ((answer: Provided) => void) | null;
}

/** Files of the workspace, as the editor has them. */
type Provided = Pick<Extract<EngineRequest, { kind: 'modules' }>, 'texts' | 'workspace'>;

/** What a check would have read and was not given. */
interface Wanted {
  readonly modules: Set<string>;
  workspace: boolean;
}

/** Milliseconds of work between two looks at the messages. */
const STRETCH = 8;

/** The web worker's globals, which Node's threads are given too. */
const scope = globalThis as unknown as { postMessage(message: EngineReply): void; onmessage: (event: { data: unknown }) => void };
const jobs = new Map<string, Job>();
const cache = new StudyCache(500);
/** The files of the workspace, once they were asked for. */
let index: WordIndex | null = null;
let started: (tools: Promise<Tools>) => void = () => undefined;
const tools = new Promise<Tools>((resolve) => (started = resolve));

scope.onmessage = ({ data }) => {
  if (isEngineRequest(data)) receive(data);
};

function receive(request: EngineRequest): void {
  switch (request.kind) {
    case 'start':
      return start(request.wasm);
    case 'modules':
      return jobs.get(request.key)?.provided?.(request);
    case 'saved':
      return saved(request.file);
    case 'close':
      jobs.get(request.key)?.parse.dispose();
      jobs.delete(request.key);
      return;
    default:
      return void answer(request.id, replyTo(request));
  }
}

/** Answers a question. */
async function replyTo(request: Exclude<EngineRequest, { kind: 'start' | 'modules' | 'saved' | 'close' }>): Promise<EngineReply> {
  const { id } = request;
  switch (request.kind) {
    case 'check':
      return checked(request);
    case 'draw':
      return { kind: 'drawn', id, drawing: await drawn(request.key, request.loss) };
    case 'drawText':
      return { kind: 'drawn', id, drawing: await drawnAnew(request) };
    case 'drawEntry':
      return { kind: 'drawn', id, drawing: drawEntry(request.entry, await tools) };
    case 'translate':
      return translated(request);
    case 'operation':
      return operated(request);
    case 'sketch':
      return sketched(request);
    case 'catalogue':
      return { kind: 'catalogued', id, entries: CATALOGUE };
    case 'syntax':
      return { kind: 'parsed', id, syntax: lossSyntax(request.text) };
    case 'vocabulary':
      return { kind: 'words', id, vocabulary: lossVocabulary() };
    case 'sarif':
      return { kind: 'written', id, text: sarifReport(request.report, sarifRules(request.locale)) };
  }
}

function start([runtime, grammar]: readonly Uint8Array[]): void {
  if (runtime && grammar) started(createTools({ runtime, grammar }));
}

/** Sends a reply, or what went wrong: an exception is a defect of the engine, and must not end the worker. */
async function answer(id: number, reply: Promise<EngineReply>): Promise<void> {
  try {
    scope.postMessage(await reply);
  } catch (error) {
    scope.postMessage({ kind: 'broken', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function checked(request: CheckRequest): Promise<EngineReply> {
  const job = jobs.get(request.key) ?? {
    request,
    report: null,
    modules: new Map(),
    parse: new LastParse(),
    readings: new Readings(),
    provided: null,
  };
  jobs.set(request.key, job);
  job.request = request;
  job.provided?.({ texts: {}, workspace: null });
  const report = await reportOf(job, request);
  if (job.request === request) job.report = report;
  return { kind: 'checked', id: request.id, report };
}

/** Runs a check step by step, as often as it turns out to need further modules; null when a newer text came first. */
async function reportOf(job: Job, request: CheckRequest): Promise<FileReport | null> {
  const ready = await tools;
  for (;;) {
    const wanted = nothing();
    const report = await stepped(job, request, ready, wanted);
    if (!isWanting(wanted)) return report && worded(report, request.settings.locale);
    await provide(job, request.key, wanted, ready);
    if (job.request !== request) return null;
  }
}

/** One run of a check, which tells faults as soon as they are known; null when a newer text came first, or modules are wanted. */
async function stepped(job: Job, request: CheckRequest, ready: Tools, wanted: Wanted): Promise<FileReport | null> {
  const { id, key, settings } = request;
  const steps = check(request, ready, optionsOf(request, job, wanted));
  let step = steps.next();
  for (let rested = performance.now(); !step.done; step = steps.next()) {
    const { value } = step;
    if (value.kind === 'read' && isWanting(wanted)) return null;
    if (value.kind === 'faults') scope.postMessage({ kind: 'faults', id, report: worded(value.report, settings.locale) });
    if (performance.now() - rested < STRETCH) continue;
    await pause();
    if (jobs.get(key)?.request !== request) return null;
    rested = performance.now();
  }
  return step.value.report;
}

function optionsOf({ key, settings, caret }: CheckRequest, { modules, parse, readings }: Job, wanted: Wanted): CheckOptions {
  const known: Resolve = (dotted) => {
    if (!modules.has(dotted)) wanted.modules.add(dotted);
    return modules.get(dotted);
  };
  const mentions: Mentions = (word) => {
    if (!index) wanted.workspace = true;
    return index ? index.filesWith(word, key) : [];
  };
  const options = optionsFrom(settings.configuration);
  const formats = settings.dtypes.length > 0 ? settings.dtypes.filter(isFormatName) : options.formats;
  return { ...options, formats, modules: known, mentions, parse, readings, cache, ...(caret ? { caret } : {}) };
}

/** Asks the editor for modules, and keeps what it has; a module without text is remembered as absent. */
async function provide(job: Job, key: string, wanted: Wanted, { python }: Tools): Promise<void> {
  const modules = [...wanted.modules];
  const { texts, workspace } = await new Promise<Provided>((resolve) => {
    job.provided = resolve;
    scope.postMessage({ kind: 'wanted', key, modules, workspace: wanted.workspace });
  });
  job.provided = null;
  if (workspace) index = new WordIndex(workspace, python);
  for (const name of modules) {
    const found = texts[name];
    job.modules.set(name, found ? parseModule(found, python) : undefined);
  }
}

function nothing(): Wanted {
  return { modules: new Set(), workspace: false };
}

function isWanting({ modules, workspace }: Wanted): boolean {
  return modules.size > 0 || workspace;
}

/** A file has changed: nobody relies on what it was. */
function saved(file: ModuleText): void {
  jobs.forEach(({ modules }) => modules.clear());
  index?.replace(file);
}

function parseModule({ path, text }: ModuleText, python: Tools['python']): ReturnType<Resolve> {
  const parsed = python.parse(text);
  parsed.dispose();
  return { module: parsed.module, path };
}

async function drawn(key: string, loss: string): Promise<Drawing | null> {
  const job = jobs.get(key);
  if (!job?.report) return null;
  const report = job.report.losses.find(({ name }) => name === loss);
  if (!report) return null;
  const findings = job.report.findings.filter((finding) => finding.loss === loss);
  return drawLoss(job.request, loss, { report, findings }, await tools, optionsOf(job.request, job, nothing()));
}

/** The drawing of a loss as another text has it: where a fix leads, before it is made. */
async function drawnAnew({ key, loss, text }: Extract<EngineRequest, { kind: 'drawText' }>): Promise<Drawing | null> {
  const job = jobs.get(key);
  const report = job?.report?.losses.find(({ name }) => name === loss);
  if (!job || !report) return null;
  const options = { ...optionsOf(job.request, job, nothing()), parse: new LastParse(), readings: new Readings() };
  try {
    return drawLoss({ ...job.request, text }, loss, { report, findings: [] }, await tools, options);
  } finally {
    options.parse.dispose();
  }
}

async function operated({ id, key, loss, at }: Extract<EngineRequest, { kind: 'operation' }>): Promise<EngineReply> {
  const job = jobs.get(key);
  const operation = job ? operationAt(job.request, loss, at, await tools, optionsOf(job.request, job, nothing())) : null;
  return { kind: 'operated', id, operation: operation && wordedOperation(operation, job?.request.settings.locale ?? 'en') };
}

async function sketched({ id, key, loss }: Extract<EngineRequest, { kind: 'sketch' }>): Promise<EngineReply> {
  const drawing = await drawn(key, loss);
  return { kind: 'sketched', id, sketch: drawing && sketchOf(drawing) };
}

async function translated({ id, key, loss, to }: Extract<EngineRequest, { kind: 'translate' }>): Promise<EngineReply> {
  const job = jobs.get(key);
  const result = job && translateLoss(job.request, loss, to, await tools, optionsOf(job.request, job, nothing()));
  return { kind: 'written', id, text: result && 'text' in result ? result.text : null };
}

/** Lets messages in, so that a newer text of a document ends the check of the older. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

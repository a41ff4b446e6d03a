import { analyse, unanalysed } from './analysed';
import type { ReportedLoss } from './cache';
import { digestOf } from './digest';
import { findingsOf } from './findings';
import { liftSource } from './lift-source';
import type { LiftedLoss } from './lift-source';
import { lossReport } from './loss-report';
import type { CheckOptions } from './options';
import type { FileReport, Finding, LossReport } from './report';
import { withoutRepeats } from './repeats';
import { selected } from './selection';
import type { Source } from './source';
import type { Tools } from './tools';

/** A report of one source, and why it could not be read, if so. */
export interface Checked {
  readonly report: FileReport;
  readonly problem: string | null;
}

/** Analyses a source, one loss a step, so that the caller can stop between losses. Yields the name of the loss that comes next. */
export function* check(source: Source, tools: Tools, options: CheckOptions): Generator<string, Checked> {
  const { lifted, problem } = read(source, tools, options);
  const losses: LossReport[] = [];
  const findings: Finding[] = [];
  const defects: string[] = [];
  for (const one of lifted) {
    yield one.loss.name;
    const reported = reportedLoss(source, one, tools, options);
    losses.push(reported.report);
    findings.push(...reported.findings.flatMap((finding) => selected(finding, options) ?? []));
    defects.push(...(reported.defect === undefined ? [] : [reported.defect]));
  }
  const report = { path: source.path, language: source.language, losses, findings: withoutRepeats(findings, losses).sort(byPlace) };
  return { report, problem: problem ?? defects[0] ?? null };
}

/** The losses of a source; an exception here is a defect of the engine, is said, and costs the other sources nothing. */
function read(source: Source, tools: Tools, options: CheckOptions): ReturnType<typeof liftSource> {
  try {
    return liftSource(source, tools, options);
  } catch (error) {
    return { lifted: [], problem: `internal error while reading: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function reportedLoss(source: Source, one: LiftedLoss, tools: Tools, options: CheckOptions): ReportedLoss {
  const key = options.cache ? digestOf(one.loss, one.region, options) : '';
  const known = options.cache?.get(key);
  if (known) return known;
  const reported = freshReport(source, one, tools, options);
  options.cache?.set(key, reported);
  return reported;
}

/** An exception here is a defect of the engine: it costs this loss its verdicts, is said, and costs the other losses nothing. */
function freshReport(source: Source, one: LiftedLoss, { recogniser }: Tools, options: CheckOptions): ReportedLoss {
  try {
    const analysed = analyse(one.loss, one.region.text, options);
    return { report: lossReport(analysed, one.region, recogniser.recognise(one.loss)), findings: findingsOf(source, one, analysed) };
  } catch (error) {
    const defect = `internal error while analysing ${one.loss.name}: ${messageOf(error)}`;
    return { report: lossReport(unanalysed(one.loss), one.region, null), findings: [], defect };
  }
}

/** {@link check} in one go. */
export function checkSource(source: Source, tools: Tools, options: CheckOptions): Checked {
  const steps = check(source, tools, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

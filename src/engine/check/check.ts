import { finished } from '../analyses/function-verdicts';
import type { Position } from '../text/line-index';
import { digestOf } from './digest';
import { besideLosses } from './beside';
import { findingsOf } from './findings';
import { formatsOf } from './format-of-loss';
import { liftSource } from './lift-source';
import type { LiftedLoss } from './lift-source';
import { lossReport } from './loss-report';
import type { CheckOptions } from './options';
import type { FileReport, Finding } from './report';
import { withoutRepeats, withoutToldElsewhere } from './repeats';
import { selected } from './selection';
import type { Source } from './source';
import { Study } from './study';
import type { Tools } from './tools';

/** A report of one source, and why it could not be read, if so. */
export interface Checked {
  readonly report: FileReport;
  readonly problem: string | null;
}

/** A step done for one loss. */
interface Working {
  readonly kind: 'working';
  readonly on: string;
}

/** What a check says on its way: that it has read the source, or its report with nothing but faults of the losses that are new. */
export type Progress = { readonly kind: 'read' } | Working | { readonly kind: 'faults'; readonly report: FileReport };

/**
 * Analyses a source in small steps, so that the caller can stop between them: first the faults of every loss that is new, the
 * one under the caret before the others, then everything else.
 */
export function* check(source: Source, tools: Tools, options: CheckOptions): Generator<Progress, Checked> {
  const { lifted, asides, problem } = read(source, tools, options);
  yield { kind: 'read' };
  const studied = lifted.map((one) => ({ one, study: studyOf(one, options) }));
  const beside = asides.flatMap((one) => [...besideLosses(source, one, options)]);
  const open = nearestFirst(
    studied.filter(({ study }) => !study.isDone),
    options.caret,
  );
  for (const { one, study } of open) {
    study.judge(one.region.text, formatsOf(one.loss, options));
    yield { kind: 'working', on: study.loss.name };
  }
  if (open.length > 0) yield { kind: 'faults', report: reported(source, studied, beside, options) };
  for (const { study } of open) {
    for (const steps = study.finish(tools.recogniser); !steps.next().done;) yield { kind: 'working', on: study.loss.name };
  }
  const [defect] = studied.flatMap(({ study }) => study.defect ?? []);
  return { report: reported(source, studied, beside, options), problem: problem ?? defect ?? null };
}

/** {@link check} in one go. */
export function checkSource(source: Source, tools: Tools, options: CheckOptions): Checked {
  return finished(check(source, tools, options));
}

/** The losses of a source; an exception here is a defect of the engine, is said, and costs the other sources nothing. */
function read(source: Source, tools: Tools, options: CheckOptions): ReturnType<typeof liftSource> {
  try {
    return liftSource(source, tools, options);
  } catch (error) {
    return { lifted: [], asides: [], problem: `internal error while reading: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A loss as it was read now, and what is known of it. */
interface Studied {
  readonly one: LiftedLoss;
  readonly study: Study;
}

/** The study of a loss: a remembered one of the same code, or one to be made. */
function studyOf(one: LiftedLoss, options: CheckOptions): Study {
  const key = options.cache ? digestOf(one, options) : '';
  const known = options.cache?.get(key);
  if (known?.isJudged && known.toldOf(one.loss)) return known;
  const study = new Study(one.loss);
  options.cache?.set(key, study);
  return study;
}

function nearestFirst(losses: readonly Studied[], caret: Position | undefined): readonly Studied[] {
  if (!caret) return losses;
  const distance = ({ one: { loss, region } }: Studied): number => {
    const { start, end } = region.rangeOf(loss.span);
    return Math.max(0, start.line - caret.line, caret.line - end.line);
  };
  return [...losses].sort((a, b) => distance(a) - distance(b));
}

function reported(source: Source, studied: readonly Studied[], beside: readonly Finding[], options: CheckOptions): FileReport {
  const all = studied.map(({ one, study }) => {
    const told = study.toldOf(one.loss) ?? { loss: one.loss, preconditions: [], found: [] };
    return {
      report: lossReport(told, study.facts, one.region, study.recognised),
      findings: findingsOf(source, { ...one, loss: told.loss }, told.found),
    };
  });
  const lifted = studied.map(({ one }) => one);
  const every = [...all.flatMap((one) => one.findings), ...beside];
  const told = withoutRepeats(every, lifted);
  const losses = all.map(({ report }) => withoutToldElsewhere(report, told));
  const chosen = every.flatMap((finding) => selected(finding, options) ?? []);
  return { path: source.path, language: source.language, losses, findings: withoutRepeats(chosen, lifted).sort(byPlace) };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

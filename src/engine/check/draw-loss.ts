import type { Drawing } from './drawing';
import { drawingOf } from './drawing';
import { formatsOf } from './format-of-loss';
import { liftSource } from './lift-source';
import type { CheckOptions } from './options';
import type { ReportedLoss } from './report';
import type { Source } from './source';
import type { Tools } from './tools';

/** The drawing of one loss of a source, by name; null when there is none or it has no result. `reported` is what was said of it. */
export function drawLoss(source: Source, name: string, reported: ReportedLoss, tools: Tools, options: CheckOptions): Drawing | null {
  const [found] = liftSource(source, tools, { ...options, only: name }).lifted;
  if (!found) return null;
  const { loss, region } = found;
  return drawingOf(loss, reported, formatsOf(loss, options)[0], (span) => region.rangeOf(span));
}

import { CATALOGUE } from '../catalogue/index';
import { checkSource } from './check';
import { drawLoss } from './draw-loss';
import type { Drawing } from './drawing';
import { DEFAULT_OPTIONS } from './options';
import type { Source } from './source';
import type { Tools } from './tools';

/** The drawing of a known loss, by its id; null when there is none, or it has no closed form. */
export function drawEntry(id: string, tools: Tools): Drawing | null {
  const text = CATALOGUE.find((entry) => entry.id === id)?.definition;
  if (!text) return null;
  const source: Source = { path: `${id}.loss`, language: 'loss', text };
  const [report] = checkSource(source, tools, DEFAULT_OPTIONS).report.losses;
  return report ? drawLoss(source, report.name, { report, findings: [] }, tools, DEFAULT_OPTIONS) : null;
}

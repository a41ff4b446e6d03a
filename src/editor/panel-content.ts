import type { FileReport, Formula, LossReport } from '../engine/check/report';
import type { Locale } from '../engine/report/phrases/phrase';
import { verdictLines } from '../engine/report/verdict-lines';
import type { PanelContent, Picture } from '../protocol/panel-messages';
import type { Drawing } from '../protocol/drawing';
import { pack } from '../protocol/number-safe';
import type { Typesetter } from './typeset';

/** What the panel shows of a loss: the report's words, the formulas typeset, the drawing. */
export async function panelContent(
  loss: LossReport,
  { losses, path }: FileReport,
  drawing: Drawing | null,
  typesetter: Typesetter,
  locale: Locale,
): Promise<PanelContent> {
  const [variable, gradient] = Object.entries(loss.gradients)[0] ?? [];
  const [formula, slope] = await Promise.all([picture(loss.formula ?? undefined, typesetter), picture(gradient, typesetter)]);
  return {
    loss: loss.name,
    losses: losses.map(({ name }) => name),
    file: path.slice(path.lastIndexOf('/') + 1),
    locale,
    formula,
    gradient: slope && variable !== undefined ? { variable, ...slope } : null,
    verdicts: verdictLines(loss, locale),
    drawing: drawing && pack(drawing),
    obstacles: loss.translation.missing.map(({ line, what, why }) => ({ what, why, line })),
  };
}

async function picture(formula: Formula | undefined, typesetter: Typesetter): Promise<Picture | null> {
  return formula ? { svg: await typesetter.svg(formula.latex), text: formula.text } : null;
}

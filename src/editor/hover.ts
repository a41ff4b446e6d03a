import * as vscode from 'vscode';
import type { LossReport } from '../engine/check/report';
import { lossHover } from '../engine/report/hover';
import { findingsOf, lossNamedAt, partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';
import { settingsOf } from './settings';
import { SELECTOR } from './sources';
import type { Typesetter } from './typeset';

/** VS Code cuts a hover at 100,000 characters. */
const ROOM = 95_000;

/** The hover on a loss's name: formula, gradient, verdicts with their evidence. */
export function hover(session: Session, typesetter: Typesetter): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    async provideHover(document, position, token) {
      const word = document.getWordRangeAtPosition(position);
      const report = word && (await session.freshReportOf(document));
      if (!report || token.isCancellationRequested) return undefined;
      const { losses, findings } = partOf(report, document);
      const loss = lossNamedAt(losses, document, position);
      if (!loss) return undefined;
      const { locale, hoverMath } = settingsOf(document.uri);
      const text = lossHover(loss, findingsOf(loss, findings), locale);
      return new vscode.Hover(
        markdownOf(hoverMath === 'svg' ? await withPictures(text, loss, typesetter) : text),
        word ?? toRange(loss.range),
      );
    },
  });
}

/** Sets every formula that stands on a line of its own between dollar signs. */
async function withPictures(markdown: string, loss: LossReport, typesetter: Typesetter): Promise<string> {
  const parts = await Promise.all(
    markdown.split('\n').map((line) => {
      const latex = /^\$(.+)\$$/.exec(line)?.[1];
      return latex ? typesetter.image(latex, textOf(latex, loss)) : line;
    }),
  );
  const full = parts.join('\n');
  return full.length <= ROOM ? full : markdown;
}

/** The plain text of a formula of the hover, for those who hear it or copy it. */
function textOf(latex: string, { formula, gradients }: LossReport): string {
  if (latex === formula?.latex) return formula.text;
  const [name, gradient] = Object.entries(gradients).find(([, one]) => latex.endsWith(`= ${one.latex}`)) ?? [];
  return gradient ? `∂L/∂${name} = ${gradient.text}` : latex;
}

function markdownOf(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString(text, true);
}

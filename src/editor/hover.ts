import * as vscode from 'vscode';
import type { FileReport, Finding, LossReport } from '../engine/check/report';
import { lossHover } from '../engine/report/hover';
import { curvatureAt } from '../engine/report/curvature-steps';
import { operationHover, parameterHover } from '../engine/report/operation-hover';
import type { Engine } from './engine';
import { findingsOf, lossAt, lossNamedAt, partOf } from './lookup';
import { toRange } from './ranges';
import type { Session } from './session';
import { settingsOf } from './settings';
import type { Settings } from './settings';
import { sketchPicture } from './sketch-picture';
import { keyOf, SELECTOR } from './sources';
import type { Typesetter } from './typeset';

/** VS Code cuts a hover at 100,000 characters. */
const ROOM = 95_000;

/** The hover on a loss's name (formula, gradient, curve, verdicts with their evidence), and on an operation or an input inside it. */
export function hover(session: Session, engine: Engine, typesetter: Typesetter): vscode.Disposable {
  return vscode.languages.registerHoverProvider(SELECTOR, {
    async provideHover(document, position, token) {
      const word = document.getWordRangeAtPosition(position);
      const report = word && (await session.freshReportOf(document));
      if (!report || token.isCancellationRequested) return undefined;
      const part = partOf(report, document);
      const loss = lossNamedAt(part.losses, document, position);
      if (!loss) return operationAt(part, document, position, engine);
      const text = await lossText(loss, findingsOf(loss, part.findings), keyOf(document), settingsOf(document.uri), { engine, typesetter });
      return new vscode.Hover(new vscode.MarkdownString(text, true), word);
    },
  });
}

async function lossText(
  loss: LossReport,
  findings: readonly Finding[],
  key: string,
  { locale, hoverMath }: Settings,
  { engine, typesetter }: { readonly engine: Engine; readonly typesetter: Typesetter },
): Promise<string> {
  const text = lossHover(loss, findings, locale);
  if (hoverMath !== 'svg') return text;
  const sketch = loss.verdicts ? await engine.sketch(key, loss.name).catch(() => null) : null;
  return withPictures(text, loss, sketch ? sketchPicture(sketch, locale) : null, typesetter);
}

/** What is known of the operation or the input under the mouse; nothing on the words around them. */
async function operationAt(
  { losses, findings }: Pick<FileReport, 'losses' | 'findings'>,
  document: vscode.TextDocument,
  position: vscode.Position,
  engine: Engine,
): Promise<vscode.Hover | undefined> {
  const loss = lossAt(losses, position);
  if (!loss?.verdicts) return undefined;
  const { locale } = settingsOf(document.uri);
  const word = document.getWordRangeAtPosition(position);
  const parameter = loss.parameters.find(({ name }) => word !== undefined && name === document.getText(word));
  if (parameter) return hoverOf(parameterHover(parameter, locale), word);
  const operation = await engine
    .operation(keyOf(document), loss.name, { line: position.line, character: position.character })
    .catch(() => null);
  if (!operation) return undefined;
  const range = toRange(operation.range);
  const problems = vscode.languages.getDiagnostics(document.uri);
  const here = findingsOf(loss, findings).filter((finding) => toRange(finding.range).isEqual(range) && !isShown(finding, problems));
  return hoverOf(operationHover(operation, curvatureAt(loss, operation.range, locale), here, locale), range);
}

/** What is underlined says so itself in a hover of its own. */
function isShown({ message }: Finding, problems: readonly vscode.Diagnostic[]): boolean {
  return problems.some((problem) => problem.message === message);
}

function hoverOf(text: string, range: vscode.Range | undefined): vscode.Hover {
  return new vscode.Hover(new vscode.MarkdownString(text, true), range);
}

/** Sets every formula that stands on a line of its own between dollar signs; the curve comes last. */
async function withPictures(markdown: string, loss: LossReport, curve: string | null, typesetter: Typesetter): Promise<string> {
  const parts = await Promise.all(
    markdown.split('\n').map((line) => {
      const latex = FORMULA.exec(line)?.[1];
      return latex ? typesetter.image(latex, textOf(latex, loss)) : line;
    }),
  );
  const full = [parts.join('\n'), ...(curve === null ? [] : [curve])].join('\n\n');
  return full.length <= ROOM ? full : markdown;
}

const FORMULA = /^\$(.+)\$$/;

/** The plain text of a formula of the hover, for those who hear it or copy it. */
function textOf(latex: string, { formula, gradients }: LossReport): string {
  if (latex === formula?.latex) return formula.text;
  const [name, gradient] = Object.entries(gradients).find(([, one]) => latex.endsWith(`= ${one.latex}`)) ?? [];
  return gradient ? `∂L/∂${name} = ${gradient.text}` : latex;
}

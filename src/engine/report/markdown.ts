import type { FileReport, Finding, LossReport, Report } from '../check/report';
import { evidence } from './evidence/evidence';
import { escapeMarkdown, inlineCode } from './markdown-text';
import { parameterLine } from './parameter-line';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';
import { verdictLines } from './verdict-lines';
import type { VerdictLine } from './verdict-lines';

/** A readable document: a section a loss with formula, gradient, verdicts with their evidence, parameters, findings. */
export function markdownReport(report: Report, locale: Locale): string {
  const files = report.files.flatMap((file) => [
    `# ${escapeMarkdown(file.path)}`,
    ...file.losses.flatMap((loss) => lossSection(loss, file, locale)),
    ...strayFindings(file),
  ]);
  const unread = report.errors.map(({ path, message }) => `- ${inlineCode(path)}: ${escapeMarkdown(message)}`);
  const tail = unread.length > 0 ? [`# ${phrase(locale, 'section.not-read')}`, unread.join('\n')] : [];
  return `${[...files, ...tail].join('\n\n')}\n`;
}

function lossSection(loss: LossReport, file: FileReport, locale: Locale): string[] {
  const own = file.findings.filter((finding) => finding.loss === loss.name);
  return [
    `## ${escapeMarkdown(loss.name)}`,
    ...formulaLines(loss, locale),
    ...list(phrase(locale, 'section.verdicts'), verdictLines(loss, locale).map(verdictItem)),
    ...list(
      phrase(locale, 'section.parameters'),
      loss.parameters.map((p) => parameterLine({ ...p, name: inlineCode(p.name), domain: inlineCode(p.domain) }, locale, escapeMarkdown)),
    ),
    ...list(
      phrase(locale, 'section.preconditions'),
      loss.preconditions.map((p) => `${inlineCode(p.text)}: ${escapeMarkdown(evidence(locale, p.breaks))}`),
    ),
    ...list(
      phrase(locale, 'section.dtypes'),
      Object.entries(loss.dtypes).map(([dtype, state]) => `${dtype}: ${escapeMarkdown(state)}`),
    ),
    ...list(
      phrase(locale, 'section.not-read'),
      loss.translation.missing.map((m) => `${inlineCode(m.what)}: ${escapeMarkdown(evidence(locale, m.why))} (${m.line})`),
    ),
    ...list(phrase(locale, 'section.findings'), own.map(findingLine)),
  ];
}

function verdictItem({ answer, evidence, steps = [] }: VerdictLine): string {
  const because = evidence ? `: ${escapeMarkdown(evidence)}` : '';
  return [`**${escapeMarkdown(answer)}**${because}`, ...steps.map((step) => `  - ${escapeMarkdown(step)}`)].join('\n');
}

function formulaLines(loss: LossReport, locale: Locale): string[] {
  const value = loss.formula ? [`$$${loss.formula.latex}$$`] : [];
  const slopes = Object.entries(loss.gradients).flatMap(([name, gradient]) => [
    `${phrase(locale, 'section.gradient')} (${inlineCode(name)}):`,
    `$$${gradient.latex}$$`,
  ]);
  return [...value, ...slopes];
}

function strayFindings(file: FileReport): string[] {
  const stray = file.findings.filter((finding) => finding.loss === null);
  return stray.length > 0 ? [stray.map((finding) => `- ${findingLine(finding)}`).join('\n')] : [];
}

function findingLine({ severity, code, message, range }: Finding): string {
  return `${severity} ${inlineCode(code)} (${range.start.line + 1}): ${escapeMarkdown(message)}`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`### ${title}`, items.map((item) => `- ${item}`).join('\n')] : [];
}

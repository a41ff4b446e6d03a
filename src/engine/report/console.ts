import type { FileReport, Finding, Report, Severity } from '../check/report';
import { paint } from './paint';
import type { Paint } from './paint';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** How findings are printed for a person. */
export interface ConsoleOptions {
  readonly locale: Locale;
  readonly color: boolean;
  /** Text of a file by path, for the quoted line; a file without text is printed without it. */
  readonly textOf: (path: string) => string | undefined;
}

const COLORS: Readonly<Record<Severity, Paint>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

/** Findings by file with the line they complain of, then a summary line. */
export function consoleReport(report: Report, options: ConsoleOptions): string {
  const blocks = report.files.flatMap((file) => file.findings.map((finding) => findingBlock(file.path, finding, options)));
  return [...blocks, summary(report, options)].map((block) => `${block}\n`).join('');
}

function findingBlock(path: string, finding: Finding, options: ConsoleOptions): string {
  const { start } = finding.range;
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  const head = `${paint(place, 'bold', options.color)} ${paint(finding.severity, COLORS[finding.severity], options.color)} ${paint(finding.code, 'dim', options.color)}`;
  return [
    head,
    `  ${finding.message}`,
    ...quote(path, finding, options),
    ...witnessLines(finding, options),
    ...fixLines(finding, options),
    '',
  ].join('\n');
}

function quote(path: string, { range, severity }: Finding, { textOf, color }: ConsoleOptions): string[] {
  const line = textOf(path)?.split(/\r\n|\r|\n/)[range.start.line];
  if (line === undefined) return [];
  const number = String(range.start.line + 1);
  const last = range.end.line === range.start.line ? range.end.character : line.length;
  const marks = ' '.repeat(range.start.character) + '^'.repeat(Math.max(1, last - range.start.character));
  return [`  ${number} | ${line.replace(/\t/g, ' ')}`, `  ${' '.repeat(number.length)} | ${paint(marks, COLORS[severity], color)}`];
}

function witnessLines({ witness }: Finding, { locale }: ConsoleOptions): string[] {
  if (!witness) return [];
  const list = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} = ${numbersText(value)}`)
      .join(', ');
  const slots = {
    inputs: list(witness.inputs),
    dtype: witness.dtype,
    value: numbersText(witness.value),
    gradients: list(witness.gradients),
  };
  const sloped = Object.keys(witness.gradients).length > 0;
  return [`  ${phrase(locale, sloped ? 'witness' : 'witnessOfValue', slots)}`];
}

/** Nested numbers as they are written by hand: those that JSON has no numbers for without quotes. */
function numbersText(value: unknown): string {
  return JSON.stringify(value).replace(/"/g, '');
}

function fixLines({ fixes }: Finding, { locale }: ConsoleOptions): string[] {
  return fixes.map(({ title }) => `  ${phrase(locale, 'fix', { title })}`);
}

function summary(report: Report, { locale, color }: ConsoleOptions): string {
  const losses = report.files.reduce((sum, file) => sum + file.losses.length, 0);
  if (losses === 0) return phrase(locale, 'summary.no-losses');
  const counts = [
    count(report.files, 'error', locale),
    count(report.files, 'warning', locale),
    count(report.files, 'information', locale),
  ].filter((part) => part !== '');
  const found = losses === 1 ? phrase(locale, 'summary.one-loss') : phrase(locale, 'summary.losses', { count: losses });
  const said = counts.length > 0 ? counts.join(', ') : paint(phrase(locale, 'summary.clean'), 'green', color);
  return `${found}: ${said}`;
}

function count(files: readonly FileReport[], severity: 'error' | 'warning' | 'information', locale: Locale): string {
  const n = files.reduce((sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length, 0);
  if (n === 0) return '';
  const several = { error: 'summary.errors', warning: 'summary.warnings', information: 'summary.information' } as const;
  const one = { error: 'summary.one-error', warning: 'summary.one-warning', information: 'summary.one-information' } as const;
  return n === 1 ? phrase(locale, one[severity]) : phrase(locale, several[severity], { count: n });
}

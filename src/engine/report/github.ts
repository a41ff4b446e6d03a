import type { Finding, Report, Severity } from '../check/report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Findings as GitHub workflow commands, which annotate the lines of a pull request. */
export function githubReport(report: Report): string {
  const findings = report.files.flatMap((file) => file.findings.map((finding) => annotation(file.path, finding)));
  const unread = report.errors.map(({ path, message }) => `::error file=${property(path)}::${data(message)}`);
  return [...findings, ...unread].map((line) => `${line}\n`).join('');
}

function annotation(path: string, { severity, range, code, message }: Finding): string {
  const { start, end } = range;
  const place = `line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
  return `::${LEVELS[severity]} file=${property(path)},${place},title=${property(code)}::${data(message)}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

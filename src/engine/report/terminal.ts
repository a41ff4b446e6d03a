import type { LossReport, Report } from '../check/report';
import { evidence } from './evidence/evidence';
import { paint } from './paint';
import { parameterLine } from './parameter-line';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';
import { verdictLines } from './verdict-lines';

/** How losses are printed for a person. */
export interface TerminalOptions {
  readonly locale: Locale;
  readonly color: boolean;
}

/** Each loss with its formula, gradient, verdicts with their evidence, parameters, formats and findings, as plain text. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const sections = report.files.flatMap((file) =>
    file.losses.map((loss) => {
      const findings = file.findings
        .filter((finding) => finding.loss === loss.name)
        .map((f) => `  ${f.severity} ${f.code} (${f.range.start.line + 1}): ${f.message}`);
      return [heading(file.path, loss, options), ...body(loss, options), ...findings, ''].join('\n');
    }),
  );
  return sections.length > 0 ? `${sections.join('\n')}` : `${phrase(options.locale, 'summary.no-losses')}\n`;
}

function heading(path: string, loss: LossReport, { color }: TerminalOptions): string {
  return `${paint(`${path}::${loss.name}`, 'bold', color)} ${paint(loss.framework, 'dim', color)}`;
}

function body(loss: LossReport, options: TerminalOptions): string[] {
  const { locale } = options;
  return [
    ...(loss.formula ? [`  L = ${loss.formula.text}`] : []),
    ...Object.entries(loss.gradients).map(([name, gradient]) => `  dL/d${name} = ${gradient.text}`),
    ...verdicts(loss, options),
    ...loss.parameters.map((p) => `  ${parameterLine(p, locale)}`),
    ...loss.preconditions.map((p) => `  ${phrase(locale, 'section.preconditions')}: ${p.text} (${evidence(locale, p.breaks)})`),
    ...Object.entries(loss.dtypes).map(([dtype, state]) => `  ${dtype}: ${state}`),
    ...loss.translation.missing.map((m) => {
      const id = loss.translation.status === 'none' ? 'translation.none' : 'translation.partial';
      return `  ${phrase(locale, id, { ...m, why: evidence(locale, m.why) })}`;
    }),
  ];
}

function verdicts(loss: LossReport, { locale, color }: TerminalOptions): string[] {
  const colors = { good: 'green', bad: 'red', neutral: 'blue' } as const;
  return verdictLines(loss, locale).flatMap(({ answer, evidence, mood, steps = [] }) => [
    `  ${paint(answer, colors[mood], color)}${evidence ? `: ${evidence}` : ''}`,
    ...steps.map((step) => `    ${step}`),
  ]);
}

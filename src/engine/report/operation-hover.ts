import type { OperationReport, ReportedRange } from '../check/operation';
import type { Finding, ReportedParameter } from '../check/report';
import { evidence } from './evidence/evidence';
import { escapeMarkdown, inlineCode } from './markdown-text';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';

/** An operand longer than this is called `x` in the formula of the slope. */
const LONGEST = 24;

/** What a hover on an operation inside a loss shows: what it is, its range here, its slope, its curvature in the predictions, what is wrong with it. */
export function operationHover(
  { op, summary, dtype, values, operand, slope }: OperationReport,
  curvature: string | null,
  findings: readonly Finding[],
  locale: Locale,
): string {
  const given = operand
    ? phrase(locale, 'operation.given', { operand: inlineCode(operand.code), range: rangeText(operand.values, locale) })
    : '';
  const lines = [
    `$(symbol-numeric) ${phrase(locale, 'operation.range', { range: rangeText(values, locale), dtype })}${given}`,
    ...(slope && operand ? [`$(graph-line) ${slopeText(slope, operand.values, operand.code, locale)}`] : []),
    ...(curvature === null ? [] : [`$(graph-scatter) ${escapeMarkdown(curvature)}`]),
    ...findings.map(({ severity, message }) => `${severity === 'error' ? '$(error)' : '$(warning)'} ${escapeMarkdown(message)}`),
  ];
  return [`**${escapeMarkdown(op)}** · ${escapeMarkdown(summary)}`, lines.join('  \n')].join('\n\n');
}

/** What a hover on a parameter inside a loss shows: its role, its values, and how that is known. */
export function parameterHover({ name, role, domain, source, because }: ReportedParameter, locale: Locale): string {
  const known = phrase(locale, `source.${source}`);
  return [
    `**${escapeMarkdown(name)}** · ${phrase(locale, `role.${role}`)}`,
    `${inlineCode(`${name} ∈ ${domain}`)} · ${known}: ${escapeMarkdown(evidence(locale, because))}`,
  ].join('\n\n');
}

function slopeText(slope: NonNullable<OperationReport['slope']>, { low, high }: ReportedRange, code: string, locale: Locale): string {
  const operand = /^[\w.]+$/.test(code) ? code : code.length <= LONGEST ? `(${code})` : 'x';
  const formula = inlineCode(slope.formula.replace(/\bx\b/g, () => operand));
  if (slope.atLow === slope.atHigh) return phrase(locale, 'operation.slope', { formula });
  const ends = { formula, low: numberText(low), high: numberText(high), atLow: numberText(slope.atLow), atHigh: numberText(slope.atHigh) };
  return phrase(locale, 'operation.slopes', ends);
}

function rangeText({ low, high, nan }: ReportedRange, locale: Locale): string {
  const range = low === high ? numberText(low) : phrase(locale, 'operation.from-to', { low: numberText(low), high: numberText(high) });
  return nan ? phrase(locale, 'operation.or-nan', { range }) : range;
}

function numberText(x: ReportedRange['low']): string {
  if (typeof x !== 'number') return x.replace('inf', '∞').replace('-', '−');
  const size = Math.abs(x);
  const text = size !== 0 && (size >= 1e5 || size < 1e-3) ? x.toExponential(2).replace('e+', 'e') : String(Number(x.toPrecision(4)));
  return text.replace('-', '−').replace('e-', 'e−');
}

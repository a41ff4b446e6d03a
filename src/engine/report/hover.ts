import type { Finding, LossReport } from '../check/report';
import { evidence as reason } from './evidence/evidence';
import { escapeMarkdown, inlineCode } from './markdown-text';
import type { Locale } from './phrases/phrase';
import { phrase } from './phrases/phrase';
import { verdictLines } from './verdict-lines';
import type { VerdictLine } from './verdict-lines';

const MARKS: Readonly<Record<VerdictLine['mood'], string>> = { good: '$(check)', bad: '$(warning)', neutral: '$(info)' };
const MOST_PARAMETERS = 6;
/** A line break inside a paragraph. */
const BREAK = '  \n';

/**
 * What a hover on a loss shows, as Markdown with codicons: formula, gradient, a line for each verdict, what the loss needs.
 * Formulas stand as `$LaTeX$` on lines of their own, for the editor to typeset.
 */
export function lossHover(loss: LossReport, findings: readonly Finding[], locale: Locale): string {
  return [...formulas(loss), ...verdicts(loss, locale), ...trouble(loss, findings, locale), ...needs(loss, locale)].join('\n\n');
}

function formulas(loss: LossReport): string[] {
  const title = `**${escapeMarkdown(loss.name)}** · ${loss.framework}${loss.recognised ? ` · ${escapeMarkdown(loss.recognised.name)}` : ''}`;
  const value = loss.formula ? [`$${loss.formula.latex}$`] : [];
  const slopes = Object.entries(loss.gradients).map(
    ([name, gradient]) => `$\\frac{\\partial L}{\\partial ${latexName(name)}} = ${gradient.latex}$`,
  );
  return [title, ...value, ...slopes];
}

/** A parameter's name in LaTeX: a single letter in italics, a longer name upright. */
function latexName(name: string): string {
  return name.length === 1 ? name : `\\mathrm{${name.replace(/[\\{}_$%&#^~]/g, '\\$&')}}`;
}

function verdicts(loss: LossReport, locale: Locale): string[] {
  const lines = verdictLines(loss, locale).map(({ answer, evidence, mood }) => {
    const because = evidence ? `: ${escapeMarkdown(evidence)}` : '';
    return `${MARKS[mood]} **${escapeMarkdown(answer)}**${because}`;
  });
  return lines.length > 0 ? [lines.join(BREAK)] : [];
}

function trouble(loss: LossReport, findings: readonly Finding[], locale: Locale): string[] {
  const { status, missing } = loss.translation;
  const unread = missing.slice(0, 3).map(({ what, why, line }) =>
    phrase(locale, status === 'none' ? 'translation.none' : 'translation.partial', {
      what: inlineCode(what),
      line,
      why: reason(locale, why),
    }),
  );
  const own = findings.filter((f) => f.loss === loss.name && (f.severity === 'error' || f.severity === 'warning'));
  const lines = [
    ...own.map((f) => `${f.severity === 'error' ? '$(error)' : '$(warning)'} ${escapeMarkdown(f.message)}`),
    ...unread.map((u) => `$(question) ${u}`),
  ];
  return lines.length > 0 ? [lines.join(BREAK)] : [];
}

function needs(loss: LossReport, locale: Locale): string[] {
  const conditions = loss.preconditions.map(({ text, breaks }) => `${inlineCode(text)} (${escapeMarkdown(reason(locale, breaks))})`);
  const assumed = loss.parameters
    .filter((p) => p.role === 'prediction' || p.role === 'target')
    .slice(0, MOST_PARAMETERS)
    .map((p) => `${inlineCode(`${p.name} ∈ ${p.domain}`)}`);
  const lines = [];
  if (conditions.length > 0) lines.push(`${phrase(locale, 'section.preconditions')}: ${conditions.join(', ')}`);
  if (assumed.length > 0) lines.push(assumed.join(' · '));
  return lines;
}

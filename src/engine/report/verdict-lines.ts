import type { LossReport, Verdicts } from '../check/report';
import { stepLines } from './curvature-steps';
import { evidence } from './evidence/evidence';
import { phrase } from './phrases/phrase';
import type { Locale } from './phrases/phrase';
import { placesText } from './places-text';

/** One verdict: what holds, and why. */
export interface VerdictLine {
  readonly question: 'differentiability' | 'convexity' | 'stability' | 'flow' | 'saturation';
  readonly answer: string;
  readonly evidence: string;
  /** The steps of a proof, each with the code it speaks of. */
  readonly steps?: readonly string[];
  /** Whether the answer is good news, bad news, or neither (a fact, or unknown). */
  readonly mood: 'good' | 'bad' | 'neutral';
}

/** The verdicts of a loss, a line each, in the order in which a reader asks; a line that says nothing of use is left out. */
export function verdictLines(loss: LossReport, locale: Locale): VerdictLine[] {
  const { verdicts } = loss;
  if (!verdicts) return [];
  const dtype = Object.keys(loss.dtypes)[0] ?? '';
  const lines: VerdictLine[] = [
    smoothness(verdicts, locale),
    { ...convexity(verdicts, locale), steps: stepLines(loss, locale) },
    stability(verdicts, dtype, locale),
    ...flow(verdicts, locale),
    ...saturation(verdicts, locale),
  ];
  return lines.map((line) => ({ ...line, answer: evidence(locale, line.answer), evidence: evidence(locale, line.evidence) }));
}

function smoothness({ differentiability }: Verdicts, locale: Locale): VerdictLine {
  const { answer, evidence, at } = differentiability;
  const places = at.filter((p) => p.kind !== 'removable').map((p) => p.where);
  const where = places.length > 0 ? placesText(places, locale) : evidence;
  const mood = answer === 'smooth' ? 'good' : answer === 'jump' || answer === 'infinite-slope' ? 'bad' : 'neutral';
  return { question: 'differentiability', answer: phrase(locale, `differentiability.${answer}`), evidence: where, mood };
}

function convexity({ convexity, quasiconvexity }: Verdicts, locale: Locale): VerdictLine {
  const { answer, evidence, wrt, condition, restoredIn } = convexity;
  const because = [
    evidence.text,
    ...(condition === undefined ? [] : [condition]),
    ...(answer === 'neither' && quasiconvexity === 'yes' ? [phrase(locale, 'convexity.valley')] : []),
    ...(answer === 'neither' && quasiconvexity === 'by element' ? [phrase(locale, 'convexity.valleys')] : []),
    ...(restoredIn === undefined ? [] : [phrase(locale, 'convexity.restored', { restored: restoredIn })]),
  ].join('; ');
  const mood = answer === 'convex' || answer === 'affine' ? 'good' : 'neutral';
  return { question: 'convexity', answer: phrase(locale, `convexity.${answer}`, { wrt: wrt.join(', ') }), evidence: because, mood };
}

function stability({ stability }: Verdicts, dtype: string, locale: Locale): VerdictLine {
  const mood = stability.answer === 'safe' ? 'good' : stability.answer === 'hazard' ? 'bad' : 'neutral';
  return { question: 'stability', answer: phrase(locale, `stability.${stability.answer}`, { dtype }), evidence: stability.evidence, mood };
}

function flow({ gradientFlow }: Verdicts, locale: Locale): VerdictLine[] {
  return Object.entries(gradientFlow)
    .filter(([, verdict]) => verdict.answer !== 'flows')
    .map(([name, { answer, evidence }]) => ({
      question: 'flow',
      answer: phrase(locale, `flow.${answer}`, { name }),
      evidence,
      mood: 'bad',
    }));
}

function saturation({ saturation, gradientFlow }: Verdicts, locale: Locale): VerdictLine[] {
  return Object.entries(saturation)
    .filter(([name, { answer }]) => answer === 'saturates' && gradientFlow[name]?.answer !== 'blocked')
    .map(([, { where, evidence }]) => ({
      question: 'saturation',
      answer: phrase(locale, 'saturation.saturates', { where: where ?? '' }),
      evidence,
      mood: 'bad',
    }));
}

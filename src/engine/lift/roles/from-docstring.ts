import { interval, type Domain } from '../../ir/domain';
import { entriesOf } from '../shapes/documented-shapes';

const NUMBER = String.raw`(-?\d+(?:\.\d*)?)`;

/** Two numbers that a text says values lie between. */
const RANGES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:\bin|\bbetween|\bwithin|\brange|\binterval|∈)(?: (?:the|of|is|range|interval|from|between))*:? ?[[(] ?${NUMBER} ?, ?${NUMBER} ?[\])]`,
    'i',
  ),
  new RegExp(String.raw`\bbetween ${NUMBER} and ${NUMBER}(?![\w.]*\w)`, 'i'),
  new RegExp(String.raw`\b(?:range\w*|values) (?:is )?from ${NUMBER} to ${NUMBER}(?![\w.]*\w)`, 'i'),
  new RegExp(String.raw`\bin ${NUMBER} ?\.\.\.? ?${NUMBER}\b`, 'i'),
];

/** What says that the numbers are no probabilities yet. */
const UNNORMALISED = /logit|unnormali[sz]ed|(?:before|prior to|without) (?:a |the |any )?(?:sigmoid|softmax)|\blog\b/i;

/** What a docstring says of the values of a parameter: probabilities, or numbers between two others; null where it says nothing of them. */
export function documentedDomain(docstring: string, name: string): Domain | null {
  const [, text = ''] = entriesOf(docstring, [name])[0] ?? [];
  const about = text.replace(/\s+/g, ' ');
  if (/\blog[- ]?prob/i.test(about)) return interval(-Infinity, 0, true, false);
  for (const range of RANGES) {
    const [low, high] = (range.exec(about)?.slice(1) ?? []).map(Number);
    if (low !== undefined && high !== undefined && low < high) return interval(low, high);
  }
  if (/\bprobabilit(?:y|ies)\b/i.test(about) && !UNNORMALISED.test(about)) return interval(0, 1);
  return /\bnon-?negative\b/i.test(about) ? interval(0, Infinity, false, true) : null;
}

import { CONSTANTS, FUNCTIONS, TRUTHS } from '../lift/loss/functions';
import { liftLoss } from '../lift/loss/lift-loss';
import { OPS } from '../ops/index';
import { rules } from './rules';
import { namesIn } from '../syntax/loss/names-in';
import type { LossName, LossStatement } from '../syntax/loss/node';
import { parseLoss } from '../syntax/loss/parser';
import type { Span } from '../text/span';

/** A name of a `.loss` text and what it stands for. */
export interface LossToken extends Span {
  readonly type: 'function' | 'parameter' | 'variable';
  /** Where it is defined, or known to the language rather than to the file. */
  readonly modifiers: readonly ('declaration' | 'defaultLibrary' | 'readonly')[];
}

/** A place of a `.loss` text that cannot be read: an error of its grammar, or a name or call that means nothing. */
export interface LossProblem extends Span {
  readonly kind: 'syntax' | 'meaning';
  readonly message: string;
}

/** What an editor of `.loss` files wants to know of a text. */
export interface LossSyntax {
  readonly tokens: readonly LossToken[];
  readonly problems: readonly LossProblem[];
}

/** Words that the `.loss` language and declarations know without a definition, each list in the order of the alphabet. */
export interface LossVocabulary {
  readonly functions: readonly string[];
  readonly constants: readonly string[];
  /** Codes of rules, for `ignore[…]`. */
  readonly rules: readonly string[];
}

/** Everything that may be completed without looking at a text. */
export function lossVocabulary(): LossVocabulary {
  const callable = Object.values(OPS).filter(({ name }) => !LEAVES.has(name));
  return {
    functions: [...new Set([...Object.keys(FUNCTIONS), ...callable.map(({ name }) => name)])].sort(),
    constants: [...Object.keys(CONSTANTS), ...Object.keys(TRUTHS)].sort(),
    rules: rules().map(({ code }) => code),
  };
}

const LEAVES: ReadonlySet<string> = new Set(['constant', 'parameter', 'opaque', 'random']);

/** Reads a `.loss` text for an editor; never throws. Tokens and problems are in the order of the text. */
export function lossSyntax(text: string): LossSyntax {
  const { statements } = parseLoss(text);
  const { losses, errors } = liftLoss(text);
  const wrong = errors.map(({ span, message }): LossProblem => ({ kind: 'syntax', message, ...visible(span, text) }));
  const meant = losses
    .flatMap(({ missing }) => missing)
    .filter(({ span }) => !wrong.some((error) => error.start <= span.end && span.start <= error.end))
    .map(({ span, what, why }): LossProblem => ({ kind: 'meaning', message: why.startsWith(what) ? why : `${what}: ${why}`, ...span }));
  const problems = new Map([...wrong, ...meant].map((problem) => [`${problem.start} ${problem.end}`, problem]));
  return {
    tokens: statements.flatMap((statement) => tokensOf(statement, statements)).sort(byPlace),
    problems: [...problems.values()].sort(byPlace),
  };
}

/** What is missing at a place is shown on the character before it. */
function visible({ start, end }: Span, text: string): Span {
  if (start < end) return { start, end };
  const before = text.slice(0, start).trimEnd().length;
  return { start: Math.max(0, before - 1), end: Math.max(before, Math.min(1, text.length)) };
}

function tokensOf(statement: LossStatement, all: readonly LossStatement[]): LossToken[] {
  const parameters = statement.kind === 'definition' ? statement.parameters : [];
  const names = namesIn(statement.body).flatMap(({ called, ...name }) => tokenOf(name, called, parameters, all) ?? []);
  if (statement.kind === 'expression') return names;
  const type = statement.kind === 'definition' ? 'function' : 'variable';
  return [declared(statement.name, type), ...parameters.map((name) => declared(name, 'parameter')), ...names];
}

function tokenOf(
  { name, start, end }: LossName,
  called: boolean,
  parameters: readonly LossName[],
  all: readonly LossStatement[],
): LossToken | null {
  if (parameters.some((parameter) => parameter.name === name)) return { type: 'parameter', modifiers: [], start, end };
  const type = called ? 'function' : 'variable';
  if (all.some((one) => one.kind !== 'expression' && one.name.name === name)) return { type, modifiers: [], start, end };
  if (called) return FUNCTIONS[name] || OPS[name] ? { type, modifiers: ['defaultLibrary'], start, end } : null;
  return name in CONSTANTS || name in TRUTHS ? { type, modifiers: ['readonly', 'defaultLibrary'], start, end } : null;
}

function declared({ start, end }: LossName, type: LossToken['type']): LossToken {
  return { type, modifiers: ['declaration'], start, end };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

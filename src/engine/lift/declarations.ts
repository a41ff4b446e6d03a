import type { Domain } from '../ir/domain';
import type { Fact, Role } from '../ir/loss';
import type { Span } from '../text/span';
import { readDomain, readNumber, readRelation } from './declared-domain';

/** A domain that the author declared for a parameter. */
export interface DeclaredDomain extends Span {
  readonly name: string;
  readonly domain: Domain;
  /** The value to plot with, of `= 1`. */
  readonly plotAt: number | null;
}

/** A role that the author declared; `name` may be a path such as `batch["mask"]`. */
export interface DeclaredRole extends Span {
  readonly name: string;
  readonly role: Role;
}

/** A shape that the author declared: sizes, or letters that stand for one size each. */
export interface DeclaredShape extends Span {
  readonly name: string;
  readonly dimensions: readonly (string | number)[];
}

/** Rule codes to be silent about; `*` is all. */
export interface DeclaredIgnore extends Span {
  readonly codes: readonly string[];
}

/** A statement that could not be read. */
export interface DeclarationError {
  readonly span: Span;
  readonly message: string;
}

/** Everything that one comment, or several together, declare. */
export interface ParsedDeclarations {
  readonly domains: DeclaredDomain[];
  readonly facts: (Fact & Span)[];
  readonly roles: DeclaredRole[];
  readonly shapes: DeclaredShape[];
  readonly ignores: DeclaredIgnore[];
  readonly errors: DeclarationError[];
  wrt: string[] | null;
  dtype: string | null;
  mark: 'loss' | 'not a loss' | null;
}

const MARKER = /^\s*(?:#|\/\/)+\s*losswright\s*:/i;
const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*|\[(?:"[^"]*"|'[^']*'|\d+)\])*`;
const RELATION = '<=|>=|==|<|>';
const VALUE = String.raw`[^\s<>=]+`;
/** Longer statements are not looked at: the patterns below may take time quadratic in the length. */
const LONGEST = 500;
const FORMATS = ['float16', 'bfloat16', 'float32', 'float64'];
const ROLES: readonly Role[] = ['prediction', 'target', 'weight', 'hyperparameter', 'reduction', 'callable', 'other'];

/** Whether a comment is addressed to us. */
export function isDeclaration(comment: string): boolean {
  return MARKER.test(comment);
}

/**
 * Reads a comment such as `# losswright: p in (0, 1); wrt p`; `offset` is where it starts in its text. A comment that is not
 * addressed to us declares nothing. Never throws: a statement that cannot be read is an error with its place.
 */
export function parseDeclarations(comment: string, offset: number): ParsedDeclarations {
  const result = emptyDeclarations();
  const marker = MARKER.exec(comment);
  if (marker)
    for (const { text, start } of statements(comment, marker[0].length))
      read(result, text, { start: start + offset, end: start + offset + text.length });
  return result;
}

/** What several comments declare together; later `wrt`, `dtype` and marks win. */
export function mergeDeclarations(all: readonly ParsedDeclarations[]): ParsedDeclarations {
  const result = emptyDeclarations();
  for (const one of all) {
    result.domains.push(...one.domains);
    result.facts.push(...one.facts);
    result.roles.push(...one.roles);
    result.shapes.push(...one.shapes);
    result.ignores.push(...one.ignores);
    result.errors.push(...one.errors);
    result.wrt = one.wrt ?? result.wrt;
    result.dtype = one.dtype ?? result.dtype;
    result.mark = one.mark ?? result.mark;
  }
  return result;
}

function emptyDeclarations(): ParsedDeclarations {
  return { domains: [], facts: [], roles: [], shapes: [], ignores: [], errors: [], wrt: null, dtype: null, mark: null };
}

/** Pieces between semicolons, trimmed, with their offsets. */
function statements(comment: string, from: number): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = [];
  let start = from;
  for (const piece of comment.slice(from).split(';')) {
    const text = piece.trim();
    if (text !== '') pieces.push({ text, start: start + piece.indexOf(text) });
    start += piece.length + 1;
  }
  return pieces;
}

type Reader = (result: ParsedDeclarations, match: readonly string[], span: Span) => string | null;

/** Every form of statement, most particular first. A reader returns what is wrong, or null. */
const FORMS: readonly (readonly [form: RegExp, read: Reader])[] = [
  [pattern(String.raw`wrt\s+(.+)`), readWrt],
  [pattern(String.raw`dtype\s*[:=]?\s*(\S+)`), readDtype],
  [pattern('loss'), (result) => mark(result, 'loss')],
  [pattern(String.raw`not\s+a\s+loss`), (result) => mark(result, 'not a loss')],
  [pattern(String.raw`ignore(?:\s*\[(.*)\])?`), readIgnore],
  [pattern(String.raw`(${NAME})\s+in\s+(.*?)(?:\s*=\s*(\S+))?`), readMembership],
  [pattern(String.raw`(sum|max|min|mean)\s*\(\s*(${NAME})\s*\)\s*(${RELATION})\s*(${VALUE})`), readFact],
  [pattern(String.raw`(${NAME})\s*:\s*\[(.*)\]`), readShape],
  [pattern(String.raw`(${NAME})\s*:\s*(\p{L}+)`), readRole],
  [pattern(String.raw`(${NAME})\s*(${RELATION})\s*(${VALUE})(?:\s*=\s*(\S+))?`), readBound],
  [pattern(String.raw`(${VALUE})\s*(<=|<)\s*(${NAME})\s*(<=|<)\s*(${VALUE})(?:\s*=\s*(\S+))?`), readBetween],
];

function pattern(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u');
}

function read(result: ParsedDeclarations, text: string, span: Span): void {
  if (text.length > LONGEST) {
    result.errors.push({ span, message: 'too long for a declaration' });
    return;
  }
  for (const [form, reader] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const message = reader(
      result,
      match.map((group: string | undefined) => group ?? ''),
      span,
    );
    if (message !== null) result.errors.push({ span, message });
    return;
  }
  result.errors.push({ span, message: `not a declaration: ${text}` });
}

function readWrt(result: ParsedDeclarations, [, list = '']: readonly string[]): string | null {
  const names = list.split(',').map((name) => name.trim());
  if (!names.every((name) => pattern(NAME).test(name))) return 'wrt takes names separated by commas';
  result.wrt = names;
  return null;
}

function readDtype(result: ParsedDeclarations, [, name = '']: readonly string[]): string | null {
  if (!FORMATS.includes(name)) return `unknown dtype ${name}: expected one of ${FORMATS.join(', ')}`;
  result.dtype = name;
  return null;
}

function mark(result: ParsedDeclarations, as: 'loss' | 'not a loss'): null {
  result.mark = as;
  return null;
}

function readIgnore(result: ParsedDeclarations, [, list = '']: readonly string[], span: Span): string | null {
  const codes = list === '' ? ['*'] : list.split(',').map((code) => code.trim());
  if (!codes.every((code) => code === '*' || /^[a-z]+(\/[a-z0-9-]+)?$/.test(code)))
    return 'ignore takes rule codes such as stability/log-zero-prob';
  result.ignores.push({ codes, ...span });
  return null;
}

function readMembership(result: ParsedDeclarations, [, name = '', set = '', plotAt = '']: readonly string[], span: Span): string | null {
  return addDomain(result, name, readDomain(set), plotAt, span);
}

function readBound(
  result: ParsedDeclarations,
  [, name = '', relation = '', bound = '', plotAt = '']: readonly string[],
  span: Span,
): string | null {
  const value = readNumber(bound);
  return addDomain(result, name, value === null ? `${bound} is not a number` : readRelation(relation, value), plotAt, span);
}

function readBetween(result: ParsedDeclarations, match: readonly string[], span: Span): string | null {
  const [, low = '', lower = '', name = '', upper = '', high = '', plotAt = ''] = match;
  const interval = `${lower === '<' ? '(' : '['}${low}, ${high}${upper === '<' ? ')' : ']'}`;
  return addDomain(result, name, readDomain(interval), plotAt, span);
}

function addDomain(result: ParsedDeclarations, name: string, domain: Domain | string, plotted: string, span: Span): string | null {
  if (typeof domain === 'string') return domain;
  const plotAt = plotted === '' ? null : readNumber(plotted);
  if (plotted !== '' && (plotAt === null || !Number.isFinite(plotAt))) return `${plotted} is not a number`;
  result.domains.push({ name, domain, plotAt, ...span });
  return null;
}

function readFact(
  result: ParsedDeclarations,
  [, reduction = '', parameter = '', relation = '', text = '']: readonly string[],
  span: Span,
): string | null {
  const bound = readNumber(text);
  if (bound === null) return `${text} is not a number`;
  result.facts.push({ reduction: reduction as Fact['reduction'], parameter, relation: relation as Fact['relation'], bound, ...span });
  return null;
}

function readShape(result: ParsedDeclarations, [, name = '', list = '']: readonly string[], span: Span): string | null {
  const pieces = list.trim() === '' ? [] : list.split(',').map((piece) => piece.trim());
  if (!pieces.every((piece) => /^(?:[1-9]\d*|[\p{L}_][\p{L}\p{N}_]*)$/u.test(piece))) return 'a shape lists sizes or letters: [N, C, 3]';
  result.shapes.push({ name, dimensions: pieces.map((piece) => (/^\d/.test(piece) ? Number(piece) : piece)), ...span });
  return null;
}

function readRole(result: ParsedDeclarations, [, name = '', role = '']: readonly string[], span: Span): string | null {
  const known = ROLES.find((one) => one === role);
  if (!known) return `unknown role ${role}: expected one of ${ROLES.join(', ')}`;
  result.roles.push({ name, role: known, ...span });
  return null;
}

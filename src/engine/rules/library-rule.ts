import { inOrder } from '../ir/expression';
import type { Span } from '../text/span';
import type { Found, Rule, RuleContext, Severity } from './rule';

/** A rule about calling something that the engine knows by name only. */
export interface LibraryPattern {
  readonly name: string;
  readonly severity: Extract<Severity, 'information' | 'warning'>;
  /** Dotted names of the calls. */
  readonly calls: RegExp;
  /** Text of a call that keeps it from what the rule is about. */
  readonly unless?: RegExp;
  /** Whether it speaks of a gradient, which NumPy takes none of. */
  readonly ofGradient?: boolean;
  /** Operations that the same calls are read as. */
  readonly ops?: readonly string[];
  /** The text of a call without what the rule is about; null where that is written in another way. */
  readonly mended?: (text: string) => string | null;
  /** Whether the calls are read as what they compute, so that only the text names them. */
  readonly composed?: boolean;
}

/** Makes the rule of a pattern. */
export function libraryRule(pattern: LibraryPattern): Rule {
  const { name, severity, calls, unless, mended, ops = [], composed = false, ofGradient = false } = pattern;
  const code = `stability/${name}`;
  return {
    code,
    group: 'stability',
    defaultSeverity: severity,
    summary: `${name}.summary`,
    *find(context: RuleContext): Iterable<Found> {
      if (ofGradient && (context.loss.framework === 'numpy' || context.loss.framework === 'python')) return;
      const found = [...callsIn(context, ops), ...(composed ? callsWritten(context) : [])];
      const safe = new Set(found.filter((one) => keepsValues(one, context)).map(({ name: called }) => called));
      for (const { span, name: called, made = span } of found) {
        if (!calls.test(called) || safe.has(called) || unless?.test(context.textAt(made))) continue;
        const newText = mended?.(context.textAt(made)) ?? null;
        yield {
          code,
          severity,
          span,
          messageId: `${name}.called`,
          arguments: { expression: called },
          related: [],
          hazard: null,
          witness: null,
          rewrite: null,
          ...(newText === null ? {} : { edit: { span: made, newText } }),
          rank: 20,
        };
        return;
      }
    },
  };
}

/** A call of something, and where what is called was made, if not there. */
interface Called {
  readonly span: Span;
  readonly name: string;
  readonly made?: Span;
}

/** Calls that were not read, by their dotted names: those that stopped the reading, then those in the graph. */
function callsIn({ loss, view, textAt }: RuleContext, ops: readonly string[]): Called[] {
  const unread = loss.body ? inOrder(loss.body).filter(({ op }) => op === 'opaque' || ops.includes(op)) : [];
  const called = new Map(loss.missing.map(({ what, span }) => [what, span]));
  const named = unread.map((node) => {
    const name = String(node.attributes.name ?? node.op);
    return { span: called.get(name) ?? view.placeOf(node), name };
  });
  const stopped = loss.missing.flatMap(({ span, what }) => calledNames(`${what} ${textAt(span)}`).map((name) => ({ span, name })));
  return [...stopped, ...named];
}

/** The calls at the places of what was read. */
function callsWritten({ loss, textAt }: RuleContext): Called[] {
  return loss.uses.flatMap(({ span }) => {
    const name = /^([\w.]+)\(/.exec(textAt(span))?.[1];
    if (name === undefined) return [];
    return [/^self\.\w+$/.test(name) ? (madeIn(textAt({ start: 0, end: span.start }), name, span) ?? { span, name }) : { span, name }];
  });
}

/** The call of a module's part as one of what the part was made by: `self.ctc = nn.CTCLoss(…)`. */
function madeIn(text: string, part: string, span: Span): Called | null {
  const made = [...text.matchAll(new RegExp(`${part.replace('.', '\\.')}\\s*=\\s*([\\w.]+)\\(`, 'g'))].pop();
  if (!made) return null;
  const [all, name = ''] = made;
  const start = made.index + all.length - name.length - 1;
  let [end, depth] = [start + name.length, 0];
  do depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  while (depth > 0 && ++end < text.length);
  return { span, name, made: { start, end: end + 1 } };
}

/** The text in front of a place, far enough to see the names that take its result. */
function before({ start, source }: Span): Span {
  return { start: Math.max(0, start - 80), end: start, ...(source === undefined ? {} : { source }) };
}

/** Whether only singular values or eigenvalues of a decomposition are kept: their slope is safe. */
function keepsValues({ span, name }: Called, { textAt }: RuleContext): boolean {
  const text = textAt(before(span));
  const after = textAt({ ...span, end: span.end + 16 });
  if (/(^|\.)svd$/.test(name) && /\)(\[1\]|\.S\b)/.test(after)) return true;
  if (/(^|\.)(eigh|eig)$/.test(name) && (/\)(\[0\]|\.(eigenvalues|L)\b)/.test(after) || KEEPS_FIRST.test(text))) return true;
  return KEEPS_MIDDLE.test(text);
}

const KEEPS_FIRST = /(^|[\s(])\w+\s*,\s*_\w*\s*\)?\s*=\s*[\w.]*$/;
const KEEPS_MIDDLE = /(^|[\s(])_\w*\s*,\s*\w+\s*,\s*_\w*\s*\)?\s*=\s*[\w.]*$/;

/** Dotted names before an opening parenthesis. A decomposition of which only the middle part is kept has no say in this. */
function calledNames(code: string): string[] {
  if (/^_\w*\s*,\s*\w+\s*,\s*_/.test(code)) return [];
  return [...code.matchAll(/([\w.]+)\(/g)].map((match) => match[1] ?? '');
}

import { inOrder } from '../ir/expression';
import type { Span } from '../text/span';
import type { Found, Rule, RuleContext, Severity } from './rule';

/** A rule about calling something that the engine knows by name only. */
export interface LibraryPattern {
  readonly name: string;
  readonly severity: Extract<Severity, 'information' | 'warning'>;
  /** Dotted names of the calls. */
  readonly calls: RegExp;
}

/** Makes the rule of a pattern. */
export function libraryRule({ name, severity, calls }: LibraryPattern): Rule {
  const code = `stability/${name}`;
  return {
    code,
    group: 'stability',
    defaultSeverity: severity,
    summary: `${name}.summary`,
    *find(context: RuleContext): Iterable<Found> {
      for (const { span, name: called } of callsIn(context)) {
        if (!calls.test(called)) continue;
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
          rank: 20,
        };
        return;
      }
    },
  };
}

/** Calls that were not read, by their dotted names: those that stopped the reading, then those in the graph. */
function callsIn({ loss, view, textAt }: RuleContext): { readonly span: Span; readonly name: string }[] {
  const opaque = loss.body ? inOrder(loss.body).filter((node) => node.op === 'opaque') : [];
  const named = opaque.map((node) => ({ span: view.placeOf(node), name: String(node.attributes.name ?? '') }));
  const stopped = loss.missing.flatMap(({ span, what }) => calledNames(`${what} ${textAt(span)}`).map((name) => ({ span, name })));
  return [...stopped, ...named];
}

/** Dotted names before an opening parenthesis. A decomposition of which only the middle part is kept has no say in this. */
function calledNames(code: string): string[] {
  if (/^_\w*\s*,\s*\w+\s*,\s*_/.test(code)) return [];
  return [...code.matchAll(/([\w.]+)\(/g)].map((match) => match[1] ?? '');
}

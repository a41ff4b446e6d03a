import { inOrder } from '../ir/expression';
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
    *find({ loss, view }: RuleContext): Iterable<Found> {
      for (const node of loss.body ? inOrder(loss.body) : []) {
        const called = String(node.attributes.name ?? '');
        if (node.op !== 'opaque' || !calls.test(called)) continue;
        yield { code, severity, span: view.placeOf(node), messageId: `${name}.called`, arguments: { expression: called }, related: [], hazard: null, rewrite: null, rank: 20 };
      }
    },
  };
}

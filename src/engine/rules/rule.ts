import type { FunctionVerdicts } from '../analyses/function-verdicts';
import type { GradientFlow } from '../analyses/gradient-flow';
import type { Hazard, Shown } from '../analyses/hazard';
import type { Stability } from '../analyses/stability';
import type { Expression } from '../ir/expression';
import type { Loss } from '../ir/loss';
import type { Span } from '../text/span';
import type { View } from './view';

/** Families of rules: the part of a code before the slash. */
export type Group = 'stability' | 'differentiability' | 'convexity' | 'gradient' | 'contract' | 'design';

/** Severity of a finding, as the contract defines it. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What rules look at: one loss and what the analyses found out about it. */
export interface RuleContext {
  readonly loss: Loss;
  readonly view: View;
  readonly stability: Stability;
  readonly gradientFlow: ReadonlyMap<string, GradientFlow>;
  /** The loss as a function of real numbers; null where that was not asked for. */
  readonly shape: FunctionVerdicts | null;
  /** Source text of a place; empty for a place in another file. */
  readonly textAt: (span: Span) => string;
}

/** Slots of a message. */
export type Arguments = Readonly<Record<string, string | number>>;

/** One step of the evidence, at its place. */
export interface Related {
  readonly span: Span;
  readonly messageId: string;
  readonly arguments: Arguments;
}

/** A proposal to put another expression in the place of a node, equal to it in exact arithmetic. */
export interface Rewrite {
  readonly node: Expression;
  readonly by: Expression;
}

/** Text to put in the place of the author's own; `title` is what of it a reader is told, if not all. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  readonly title?: string;
}

/** What a rule saw at one place. */
export interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly messageId: string;
  readonly arguments: Arguments;
  readonly related: readonly Related[];
  /** The hazard behind it. */
  readonly hazard: Hazard | null;
  /** Inputs that show it, and what comes out of them. */
  readonly witness: Shown | null;
  readonly rewrite: Rewrite | null;
  /** What is changed where no expression is rewritten. */
  readonly edit?: Edit;
  /** How specific the rule is: of the rules that explain one hazard the highest speaks. */
  readonly rank: number;
}

/** Families of faults; what the others say is true and worth knowing, and can wait. */
export const FAULTS: ReadonlySet<Group> = new Set<Group>(['stability', 'gradient', 'contract']);

/** One complaint: find a state, then say it. */
export interface Rule {
  readonly code: string;
  readonly group: Group;
  readonly defaultSeverity: Severity;
  /** Id of the one-line summary in the message tables. */
  readonly summary: string;
  /** Whether it asks what the loss is as a function of real numbers. */
  readonly ofShape?: true;
  find(context: RuleContext): Iterable<Found>;
}

import type { Locale } from '../engine/report/phrases/phrase';
import type { VerdictLine } from '../engine/report/verdict-lines';
import type { Range } from '../engine/text/line-index';

/** A formula ready to be shown: a picture whose colour is `currentColor`, and the same as text. */
export interface Picture {
  readonly svg: string | null;
  readonly text: string;
}

/** What the panel shows of one loss. */
export interface PanelContent {
  readonly loss: string;
  /** Names of all losses of the document, to choose from. */
  readonly losses: readonly string[];
  /** Known losses that can be drawn beside it, in the reader's language. */
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly file: string;
  readonly locale: Locale;
  readonly formula: Picture | null;
  readonly gradient: (Picture & { readonly variable: string }) | null;
  /** By the same variable. */
  readonly second: Picture | null;
  readonly verdicts: readonly VerdictLine[];
  /** A `Drawing`, packed. */
  readonly drawing: string | null;
  /** Lines of the loss's code; `first` is the number of the first, from 0. */
  readonly code: { readonly first: number; readonly lines: readonly string[] };
  /** Constructs that were not read, which may keep the loss from being drawn; `line` counts from 0. */
  readonly obstacles: readonly { readonly what: string; readonly why: string; readonly line: number }[];
}

/** A loss after a fix: enough to walk through it again. */
export interface FixedWalk {
  /** The new code in words. */
  readonly title: string;
  /** Whether all findings of the loss are fixed, not one alone. */
  readonly all: boolean;
  /** A `Drawing`, packed. */
  readonly drawing: string;
  readonly code: PanelContent['code'];
}

/** Host to panel. */
export type ToPanel =
  | { readonly kind: 'show'; readonly document: string; readonly content: PanelContent }
  /** The drawing, packed, of another loss of the document, to be compared with; null when it has none. */
  | { readonly kind: 'compared'; readonly loss: string; readonly drawing: string | null }
  /** Turn to the walk through the witness of a finding, known by its fingerprint. */
  | { readonly kind: 'walk'; readonly finding: string }
  /** The loss as the fixes of a finding leave it, the smallest change first; none where there is no fix. */
  | { readonly kind: 'fixed'; readonly finding: string; readonly walks: readonly FixedWalk[] }
  /** The document has no loss of that name now; what is shown stays, marked as old. */
  | { readonly kind: 'stale' };

/** Panel to host. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reveal'; readonly range: Range }
  | { readonly kind: 'choose'; readonly loss: string }
  /** Text, or a picture as a data URI, to be saved under a name. */
  | { readonly kind: 'save'; readonly name: string; readonly text: string }
  | { readonly kind: 'compare'; readonly loss: string }
  /** A known loss is wanted beside the one that is shown. */
  | { readonly kind: 'compareKnown'; readonly entry: string }
  /** The walk with a finding fixed is wanted. */
  | { readonly kind: 'fix'; readonly finding: string }
  /** A finding, or all of its loss, is to be fixed in the text. */
  | { readonly kind: 'apply'; readonly finding: string; readonly all: boolean }
  | { readonly kind: 'copyFormula' }
  | { readonly kind: 'pin'; readonly pinned: boolean };

/** What the panel keeps with VS Code, so that it can be restored. */
export interface PanelState {
  readonly document: string;
  readonly loss: string;
}

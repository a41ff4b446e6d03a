/** Colours of a chart, read from the theme because a canvas knows no style sheet. */
export interface Ink {
  readonly text: string;
  readonly grid: string;
  /** Colours of the loss in its formats. */
  readonly curves: readonly string[];
  /** Colours of other losses beside it. */
  readonly others: readonly string[];
  readonly hazard: string;
  readonly paper: string;
}

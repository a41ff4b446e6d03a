import type { Span } from '../../text/span';

/** What the parser calls a place: offsets within its part of the text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A part of a text that is parsed alone, and where it starts. */
export class Part {
  constructor(
    readonly text: string,
    private readonly offset: number,
  ) {}

  /** Place in the whole text. */
  spanOf({ from, to }: Place): Span {
    return { start: from + this.offset, end: to + this.offset };
  }

  /** What stands at a place. */
  textOf({ from, to }: Place): string {
    return this.text.slice(from, to);
  }
}

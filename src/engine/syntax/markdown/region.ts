/** A line of a region: where it starts in the region's text and in the source. */
interface LineStart {
  readonly at: number;
  readonly source: number;
}

/** Code inside another text, without the indentation and quote marks that its container put before each line. */
export class CodeRegion {
  constructor(
    readonly language: 'python' | 'loss',
    readonly text: string,
    private readonly lines: readonly LineStart[],
  ) {}

  /** Offset in the source text of an offset in the region's text. */
  toSource(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = this.lines[low];
    return line ? line.source + offset - line.at : offset;
  }
}

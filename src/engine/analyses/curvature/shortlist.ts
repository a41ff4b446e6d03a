/** Two points between which a function may bend the wrong way. */
export interface Candidate {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** f(middle) less the chord, relative to the values. */
  readonly gap: number;
}

const LONGEST = 12;

/** The candidates of the largest gaps, the largest first; of equal ones the one that was met first. */
export class Shortlist {
  private readonly list: Candidate[] = [];

  get candidates(): readonly Candidate[] {
    return this.list;
  }

  /** Takes a candidate in where it is among the first; its points are copied. */
  offer({ a, b, gap }: Candidate): void {
    const size = Math.abs(gap);
    const last = this.list[LONGEST - 1];
    if (last && Math.abs(last.gap) >= size) return;
    let at = this.list.length;
    while (at > 0 && Math.abs((this.list[at - 1] as Candidate).gap) < size) at -= 1;
    this.list.splice(at, 0, { a: [...a], b: [...b], gap });
    if (this.list.length > LONGEST) this.list.pop();
  }
}

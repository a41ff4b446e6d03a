import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import { type Facts, factsOf, type Faults, faultsOf, NO_FACTS } from './analysed';
import { movedTo, type Told } from './moved';
import type { Recogniser } from './recogniser';
import type { LossReport } from './report';

/** What was found out of one reading of a loss, wherever it stands: its faults first, the rest when there is time. */
export class Study {
  private known: Faults | null = null;
  private rest: Facts | null = null;
  private same: LossReport['recognised'] = null;

  /** What went wrong in the engine itself: it costs this loss its verdicts, is said, and costs the other losses nothing. */
  defect: string | null = null;

  constructor(readonly loss: Loss) {}

  /** Whether its faults are known. */
  get isJudged(): boolean {
    return this.known !== null;
  }

  /** Whether nothing is left to be found out. */
  get isDone(): boolean {
    return this.rest !== null;
  }

  /** The loss of the catalogue that it is. */
  get recognised(): LossReport['recognised'] {
    return this.same;
  }

  /** All but its faults, as far as it is known. */
  get facts(): Facts {
    return this.rest ?? NO_FACTS;
  }

  /** What was found so far, told of a later reading of the same code; null where that cannot be. */
  toldOf(loss: Loss): Told | null {
    const { preconditions = [], found = [] } = this.known ?? {};
    return movedTo(loss, { loss: this.loss, preconditions, found: [...found, ...this.facts.found] });
  }

  /** Looks for its faults in some formats; `text` is what the spans of the loss refer to. */
  judge(text: string, formats: readonly FormatName[]): void {
    this.known ??= this.attempt(() => faultsOf(this.loss, text, formats));
    this.known ??= this.givenUp();
  }

  /** Finds out the rest in steps, after the faults. */
  *finish(recogniser: Recogniser): Generator<void, void> {
    if (!this.known || this.rest) return;
    const steps = factsOf(this.known);
    for (;;) {
      const step = this.attempt(() => steps.next());
      if (step?.done) this.same = this.attempt(() => recogniser.recognise(this.loss));
      if (!step || step.done) this.rest = step?.value ?? NO_FACTS;
      if (this.rest) return;
      yield;
    }
  }

  private givenUp(): Faults {
    this.rest = NO_FACTS;
    return { loss: this.loss, judged: [], preconditions: [], found: [] };
  }

  private attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      this.defect ??= `internal error while analysing ${this.loss.name}: ${error instanceof Error ? error.message : String(error)}`;
      return null;
    }
  }
}

import type { Drawing, DrawingHazard } from '../../src/protocol/drawing';
import { unpack } from '../../src/protocol/number-safe';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Range } from '../../src/engine/text/line-index';
import type { FixedWalk, PanelContent } from '../../src/protocol/panel-messages';
import { dropDown, element } from './dom';
import { listing } from './listing';
import { story } from './story';
import type { Say } from './strings/say';
import { walk } from './walk';
import type { Step, WalkInputs } from './walk';
import { inputFields } from './walk-inputs';

/** What happens on the page of the walk. */
export interface WalkPageEvents {
  reveal(place: Range): void;
  /** The walk with a finding fixed is wanted. */
  fix(finding: string): void;
  /** A finding, or all of its loss, is to be fixed in the text. */
  apply(finding: string, all: boolean): void;
}

/** One run of the loss: as it is written, or as a fix would leave it. */
interface Run {
  readonly drawing: Drawing;
  readonly code: PanelContent['code'];
  readonly title: string;
  /** Null for the loss as it is written. */
  readonly fix: FixedWalk | null;
}

/** The loss run on given inputs, line by line: values forwards, gradients backwards; and the same walk with the fix. */
export class WalkPage {
  readonly home = element('div', { className: 'page walk' });
  private shown: { readonly drawing: Drawing; readonly content: PanelContent; readonly say: Say } | null = null;
  private inputs: WalkInputs = {};
  private chosen = '';
  private walks: readonly FixedWalk[] = [];
  private repaired = false;
  private readonly choice = element('div');
  private readonly fields = element('div', { className: 'toolbar' });
  private readonly result = element('div');

  constructor(private readonly events: WalkPageEvents) {
    this.home.append(this.choice, this.fields, this.result);
  }

  /** Walks through a drawing: the witness chosen before where there is one still, else the first, else plain values. */
  show(drawing: Drawing, content: PanelContent, say: Say): void {
    if (this.shown?.content.loss !== content.loss) this.repaired = false;
    this.shown = { drawing, content, say };
    this.choose(this.chosen);
  }

  /** Takes the inputs of a finding's witness. */
  choose(finding: string): void {
    if (!this.shown) return void (this.chosen = finding);
    const { drawing, say } = this.shown;
    const fitting = drawing.hazards.filter((hazard) => fits(hazard, drawing));
    const hazard = fitting.find((one) => one.fingerprint === finding) ?? fitting[0];
    this.chosen = hazard?.fingerprint ?? '';
    this.walks = [];
    this.inputs = hazard ? witnessInputs(hazard, drawing) : Object.fromEntries(drawing.inputs.map(({ name, initial }) => [name, initial]));
    const options = fitting.map((one) => [one.fingerprint, one.message] as const);
    this.choice.replaceChildren(
      ...(fitting.length > 0 ? [dropDown(say('walk.witness'), options, this.chosen, (next) => this.choose(next))] : []),
    );
    this.fields.replaceChildren(...inputFields(this.inputs, (name, values) => this.edit(name, values)));
    if (hazard?.fixable) this.events.fix(hazard.fingerprint);
    this.run();
  }

  /** Takes the loss as the fixes of a finding leave it. */
  fixed(finding: string, walks: readonly FixedWalk[]): void {
    if (finding !== this.chosen) return;
    this.walks = walks;
    this.run();
  }

  private edit(name: string, values: readonly number[]): void {
    this.inputs = { ...this.inputs, [name]: values };
    this.run();
  }

  private run(): void {
    if (!this.shown) return;
    const { drawing, content, say } = this.shown;
    const written: Run = { drawing, code: content.code, title: say('walk.written'), fix: null };
    const repair = this.repair(say);
    if (!repair) this.repaired = false;
    const shown = this.repaired && repair ? repair : written;
    const steps = walk(shown.drawing, this.inputs);
    this.result.replaceChildren(
      element('div', { className: 'stories', role: repair ? 'radiogroup' : 'group' }, ...this.stories(written, repair, say)),
      steps instanceof Unreadable
        ? element('p', { textContent: `${say('not-drawn')} ${steps.what}` })
        : listing(steps, shown.code, say, shown.fix ? null : this.events.reveal),
    );
  }

  private stories(written: Run, repair: Run | null, say: Say): HTMLElement[] {
    return [written, repair].flatMap((run) => {
      const steps = run && walk(run.drawing, this.inputs);
      if (!run || !steps || steps instanceof Unreadable) return [];
      const { fix } = run;
      return [
        story(steps, run.drawing, run.code, say, {
          title: run.title,
          chosen: (fix !== null) === this.repaired,
          choose: repair ? () => this.turn(fix !== null) : null,
          apply: fix ? () => this.events.apply(this.chosen, fix.all) : null,
        }),
      ];
    });
  }

  private turn(repaired: boolean): void {
    if (this.repaired === repaired) return;
    this.repaired = repaired;
    this.run();
    this.result.querySelector<HTMLElement>('.story.chosen .story-title')?.focus();
  }

  /** The smallest fix that heals the walk, else the smallest. */
  private repair(say: Say): Run | null {
    const runs = this.walks.map((fix) => {
      const drawing = unpack(fix.drawing) as Drawing;
      return { drawing, code: fix.code, title: say('walk.fixed', { fix: fix.title }), fix };
    });
    return runs.find(({ drawing }) => isHealthy(walk(drawing, this.inputs))) ?? runs[0] ?? null;
  }
}

function isHealthy(steps: readonly Step[] | Unreadable): boolean {
  return !(steps instanceof Unreadable) && steps.every(({ breaks }) => breaks === null);
}

/** Whether a witness has the sizes that the tape was compiled for. */
function fits({ inputs }: DrawingHazard, drawing: Drawing): boolean {
  return drawing.inputs.every(({ name, initial }) => inputs[name] === undefined || inputs[name].length === initial.length);
}

function witnessInputs({ inputs }: DrawingHazard, drawing: Drawing): WalkInputs {
  return Object.fromEntries(drawing.inputs.map(({ name, initial }) => [name, inputs[name] ?? initial]));
}

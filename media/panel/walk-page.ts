import type { Drawing, DrawingHazard } from '../../src/protocol/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Range } from '../../src/engine/text/line-index';
import type { PanelContent } from '../../src/protocol/panel-messages';
import { dropDown, element } from './dom';
import { listing } from './listing';
import type { Say } from './strings/say';
import { walk } from './walk';
import type { WalkInputs } from './walk';
import { inputFields } from './walk-inputs';

/** The loss run on given inputs, line by line: the value of each operation forwards, its gradient backwards. */
export class WalkPage {
  readonly home = element('div', { className: 'page walk' });
  private shown: { readonly drawing: Drawing; readonly content: PanelContent; readonly say: Say } | null = null;
  private inputs: WalkInputs = {};
  private chosen = '';
  private readonly choice = element('div');
  private readonly fields = element('div', { className: 'toolbar' });
  private readonly result = element('div');

  constructor(private readonly events: { reveal(place: Range): void }) {
    this.home.append(this.choice, this.fields, this.result);
  }

  /** Walks through a drawing: the witness chosen before where there is one still, else the first, else plain values. */
  show(drawing: Drawing, content: PanelContent, say: Say): void {
    this.shown = { drawing, content, say };
    this.choose(this.chosen);
  }

  /** Takes the inputs of a finding's witness. */
  choose(code: string): void {
    if (!this.shown) return void (this.chosen = code);
    const { drawing, say } = this.shown;
    const fitting = drawing.hazards.filter((hazard) => fits(hazard, drawing));
    const hazard = fitting.find((one) => one.code === code) ?? fitting[0];
    this.chosen = hazard?.code ?? '';
    this.inputs = hazard ? witnessInputs(hazard, drawing) : Object.fromEntries(drawing.inputs.map(({ name, initial }) => [name, initial]));
    const options = fitting.map((one) => [one.code, one.message] as const);
    this.choice.replaceChildren(
      ...(fitting.length > 0 ? [dropDown(say('walk.witness'), options, this.chosen, (next) => this.choose(next))] : []),
    );
    this.fields.replaceChildren(...inputFields(this.inputs, (name, values) => this.edit(name, values)));
    this.run();
  }

  private edit(name: string, values: readonly number[]): void {
    this.inputs = { ...this.inputs, [name]: values };
    this.run();
  }

  private run(): void {
    if (!this.shown) return;
    const { drawing, content, say } = this.shown;
    const steps = walk(drawing, this.inputs);
    const shown =
      steps instanceof Unreadable
        ? element('p', { textContent: `${say('not-drawn')} ${steps.what}` })
        : listing(steps, drawing, content.code, say, this.events.reveal);
    this.result.replaceChildren(shown);
  }
}

/** Whether a witness has the sizes that the tape was compiled for. */
function fits({ inputs }: DrawingHazard, drawing: Drawing): boolean {
  return drawing.inputs.every(({ name, initial }) => inputs[name] === undefined || inputs[name].length === initial.length);
}

function witnessInputs({ inputs }: DrawingHazard, drawing: Drawing): WalkInputs {
  return Object.fromEntries(drawing.inputs.map(({ name, initial }) => [name, inputs[name] ?? initial]));
}

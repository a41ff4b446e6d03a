import type { Plan } from '../inputs/plan';

/** A plan that remembers what it was asked, so that a reading is known to be the same under another plan that answers alike. */
export class RecordedPlan implements Plan {
  readonly classes: number;
  readonly format: string;
  private readonly asked = new Map<string, { readonly ask: (plan: Plan) => unknown; readonly answer: string }>();

  constructor(private readonly plan: Plan) {
    this.classes = plan.classes;
    this.format = plan.format;
  }

  /** Whether another plan answers alike all that was asked. */
  agrees(other: Plan): boolean {
    return other.classes === this.classes && [...this.asked.values()].every(({ ask, answer }) => JSON.stringify(ask(other)) === answer);
  }

  shapeOf(path: string, name?: string): ReturnType<Plan['shapeOf']> {
    return this.noted(`shape ${path} ${name}`, (plan) => plan.shapeOf(path, name));
  }

  wantedOf(path: string): ReturnType<Plan['wantedOf']> {
    return this.noted(`wanted ${path}`, (plan) => plan.wantedOf(path));
  }

  kindOf(path: string, name?: string): ReturnType<Plan['kindOf']> {
    return this.noted(`kind ${path} ${name}`, (plan) => plan.kindOf(path, name));
  }

  lengthOf(path: string): number | null {
    return this.noted(`length ${path}`, (plan) => plan.lengthOf(path));
  }

  isGiven(path: string): boolean {
    return this.plan.isGiven(path);
  }

  isReplaced(path: string): boolean {
    return this.plan.isReplaced(path);
  }

  countOf(path: string): number | null {
    return this.noted(`count ${path}`, (plan) => plan.countOf(path));
  }

  private noted<T>(question: string, ask: (plan: Plan) => T): T {
    const value = ask(this.plan);
    if (!this.asked.has(question)) this.asked.set(question, { ask, answer: JSON.stringify(value) });
    return value;
  }
}

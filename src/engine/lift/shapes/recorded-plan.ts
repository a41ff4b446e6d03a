import type { Plan } from '../inputs/plan';

/** Questions of one kind, by what they are about. */
type Questions = Map<string, { readonly ask: (plan: Plan) => unknown; readonly answer: unknown }>;

/** A plan that remembers what it was asked, so that a reading is known to be the same under another plan that answers alike. */
export class RecordedPlan implements Plan {
  readonly classes: number;
  readonly format: string;
  private readonly asked = { shape: table(), wanted: table(), kind: table(), length: table(), count: table(), rest: table() };

  constructor(private readonly plan: Plan) {
    this.classes = plan.classes;
    this.format = plan.format;
  }

  /** Whether another plan answers alike all that was asked. */
  agrees(other: Plan): boolean {
    if (other.classes !== this.classes) return false;
    for (const questions of Object.values(this.asked))
      for (const { ask, answer } of questions.values()) if (!isSame(ask(other), answer)) return false;
    return true;
  }

  shapeOf(path: string, name?: string): ReturnType<Plan['shapeOf']> {
    return noted(this.plan, this.asked.shape, keyOf(path, name), (plan) => plan.shapeOf(path, name));
  }

  wantedOf(path: string): ReturnType<Plan['wantedOf']> {
    return noted(this.plan, this.asked.wanted, path, (plan) => plan.wantedOf(path));
  }

  kindOf(path: string, name?: string): ReturnType<Plan['kindOf']> {
    return noted(this.plan, this.asked.kind, keyOf(path, name), (plan) => plan.kindOf(path, name));
  }

  lengthOf(path: string): number | null {
    return noted(this.plan, this.asked.length, path, (plan) => plan.lengthOf(path));
  }

  countOfRest(name: string): number | null {
    return noted(this.plan, this.asked.rest, name, (plan) => plan.countOfRest(name));
  }

  isGiven(path: string): boolean {
    return this.plan.isGiven(path);
  }

  isReplaced(path: string): boolean {
    return this.plan.isReplaced(path);
  }

  countOf(path: string): number | null {
    return noted(this.plan, this.asked.count, path, (plan) => plan.countOf(path));
  }
}

function table(): Questions {
  return new Map();
}

function keyOf(path: string, name: string | undefined): string {
  return name === undefined || name === path ? path : `${path} ${name}`;
}

function noted<T>(plan: Plan, questions: Questions, key: string, ask: (plan: Plan) => T): T {
  const before = questions.get(key);
  if (before) return before.answer as T;
  const answer = ask(plan);
  questions.set(key, { ask, answer });
  return answer;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

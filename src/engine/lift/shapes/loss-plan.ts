import type { Kind, Shape } from '../../numerics/signature';
import type { Plan } from '../inputs/plan';
import type { Role } from '../../ir/loss';
import { CLASSES, type Hypothesis } from './hypothesis';

/** What is known of one parameter before the code runs. */
export interface Prior {
  readonly role: Role | null;
  readonly scalar: boolean;
  /** A list of tensors rather than one. */
  readonly list: boolean;
}

/** How a loss's parameters are taken under one hypothesis. */
export class LossPlan implements Plan {
  readonly classes: number;

  constructor(
    private readonly hypothesis: Hypothesis,
    private readonly priors: (path: string) => Prior,
    private readonly fixed: Readonly<Record<string, Shape>>,
    private readonly whole: ReadonlySet<string>,
    readonly format: string,
    private readonly replaced: ReadonlySet<string>,
  ) {
    const sized = Object.values(fixed).find((shape) => shape.length > 1);
    this.classes = sized?.[sized.length === 4 || sized.length === 5 ? 1 : sized.length - 1] ?? CLASSES;
  }

  shapeOf(path: string): Shape {
    const given = this.fixed[path];
    if (given) return given;
    const { role, scalar } = this.priors(path);
    if (scalar) return [];
    if (role === 'target') return this.hypothesis.target;
    if (role === 'weight') return this.hypothesis.weight;
    return role === 'prediction' ? this.hypothesis.prediction : this.hypothesis.other;
  }

  kindOf(path: string): Kind {
    const { role, scalar } = this.priors(path);
    if (this.whole.has(path)) return 'int';
    if (scalar) return 'weak';
    return role === 'target' ? this.hypothesis.targetKind : 'float';
  }

  isGiven(path: string): boolean {
    return this.fixed[path] !== undefined;
  }

  isReplaced(path: string): boolean {
    return this.replaced.has(path);
  }

  lengthOf(path: string): number | null {
    return this.priors(path).list ? 2 : null;
  }
}

import type { Kind, Shape } from '../../numerics/signature';
import type { Plan } from '../inputs/plan';
import type { Role } from '../../ir/loss';
import { countOfName, isLengthName } from '../roles/names';
import { CLASSES, type Hypothesis } from './hypothesis';

/** What is known of one parameter before the code runs. */
export interface Prior {
  readonly role: Role | null;
  readonly scalar: boolean;
  /** A list of tensors rather than one. */
  readonly list: boolean;
}

/** What readings before told of single parameters. */
export interface Known {
  /** Shapes under which more of the code runs. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Counts, axes and sizes. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many elements lists must have. */
  readonly lengths: ReadonlyMap<string, number>;
  /** Callable parameters in whose place something is put that can be computed. */
  readonly replaced: ReadonlySet<string>;
  /** Parameters that hold numbers that need not be integers. */
  readonly floats: ReadonlySet<string>;
}

const NONE_KNOWN: Known = { shapes: {}, counts: new Map(), lengths: new Map(), replaced: new Set(), floats: new Set() };

/** Positions or labels of one sample in a list: a pair of matched positions, the labels of a dict. */
const MATCHED = /\[\d+\](\[\d+\]|\["\w*labels"\])$/;
const ROW: Shape = [2];

/** The boxes of one sample in a list of dicts. */
const BOXES = /\[\d+\]\["\w*boxes"\]$/;
const OF_BOXES: Shape = [3, 4];

/** What stands for the same part of every element of a list: `pairs[*][1]`; the path itself where it is no such part. */
export function siblingsOf(path: string): string {
  return path.replace(/^([^[]*)\[\d+\](?=\[)/, '$1[*]');
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
    private readonly known: Known = NONE_KNOWN,
  ) {
    const sized = Object.values(fixed).find((shape) => shape.length > 1);
    this.classes = sized?.[sized.length === 4 || sized.length === 5 ? 1 : sized.length - 1] ?? CLASSES;
  }

  shapeOf(path: string, name = path): Shape {
    const given = this.fixed[path] ?? this.known.shapes[path] ?? this.fixed[name] ?? this.known.shapes[name];
    if (given) return given;
    if (MATCHED.test(path) && this.isWhole(path)) return ROW;
    if (BOXES.test(path)) return OF_BOXES;
    const { role, scalar } = this.priors(name);
    if (scalar) return [];
    if (isLengthName(name) && this.hypothesis.prediction.length > 1) return this.hypothesis.prediction.slice(0, 1);
    if (role === 'target') return this.hypothesis.target;
    if (role === 'weight') return this.hypothesis.weight;
    return role === 'prediction' ? this.hypothesis.prediction : this.hypothesis.other;
  }

  wantedOf(path: string): Shape | null {
    return this.known.shapes[path] ?? null;
  }

  kindOf(path: string, name = path): Kind {
    const { role, scalar } = this.priors(name);
    if (this.isWhole(path) || this.isWhole(name)) return 'int';
    if (scalar) return 'weak';
    return role === 'target' && !this.known.floats.has(path) && !this.known.floats.has(name) ? this.hypothesis.targetKind : 'float';
  }

  private isWhole(path: string): boolean {
    return this.whole.has(path) || this.whole.has(siblingsOf(path));
  }

  isGiven(path: string): boolean {
    return this.fixed[path] !== undefined;
  }

  isReplaced(path: string): boolean {
    return this.known.replaced.has(path);
  }

  countOf(path: string): number | null {
    return this.known.counts.get(path) ?? countOfName(path, this.classes);
  }

  countOfRest(name: string): number | null {
    return this.known.lengths.get(name) ?? null;
  }

  lengthOf(path: string): number | null {
    return this.priors(path).list ? (this.known.lengths.get(path) ?? 2) : null;
  }
}

import type { Span } from '../text/span';
import type { Domain } from './domain';
import type { Expression, Graph } from './expression';

/** The library whose arithmetic and autograd apply. `python`: plain numbers and math; `loss`: a `.loss` file. */
export type FrameworkId = 'torch' | 'jax' | 'tensorflow' | 'numpy' | 'python' | 'loss';

/** What a parameter is for. */
export type Role = 'prediction' | 'target' | 'weight' | 'hyperparameter' | 'reduction' | 'callable' | 'other';

/** Where a domain comes from: the author's declaration, the code, or the table of ordinary values. */
export type DomainSource = 'declared' | 'code' | 'assumed';

/** One input of a loss. */
export interface Parameter {
  readonly name: string;
  readonly role: Role;
  /** Why it has this role: a sentence part such as "passed to sigmoid at line 4". */
  readonly roleBecause: string;
  /** What a prediction is on: the scale of logits or of probabilities, where the code or a name tells. */
  readonly expects: 'logits' | 'probabilities' | null;
  /** Set where little tells its role: it is taken for a prediction because no other parameter is one, or for a letter that is its name. */
  readonly guessed?: 'for want of another' | 'by a letter';
  readonly domain: Domain;
  readonly source: DomainSource;
  /** Why it has this domain. */
  readonly because: string;
  /** How many elements of each row are no 0, and no label that is passed over, whatever is passed: sequences are not empty. */
  readonly filled?: number;
  /** A call in another file that passes what its domain holds, as `train.py:12`; absent where its own file or nobody calls it. */
  readonly passedAt?: string;
  /** Default of the signature, or null. */
  readonly default: number | string | boolean | null;
  /** The number that a parameter without a default was taken to be: a count of classes, of steps. */
  readonly count?: number;
  /** What its annotation asks for. */
  readonly wants?: 'int' | 'float' | 'bool' | 'str' | 'list' | 'tuple' | 'dict';
  /** Set where it is one of whatever else is given: of `*args` or `**kwargs`. */
  readonly variadic?: true;
  /** Set where a loss object is built with it, once for all its calls: it is no data. */
  readonly built?: true;
  /** Set where every call passes something through which no gradient goes. */
  readonly cutOff?: true;
  /** The value to plot with (a declaration's `= 1`), if one is given. */
  readonly plotAt: number | null;
  /** The leaf of the graph; null for parameters that are not numbers (a reduction, a callable). */
  readonly node: Expression | null;
  readonly span: Span;
}

/** A parameter with a closed set of values that decides a branch. */
export interface LossOption {
  readonly name: string;
  readonly values: readonly (string | number | boolean | null)[];
  readonly analysed: string | number | boolean | null;
}

/** A construct that was not read. */
export interface Missing {
  readonly span: Span;
  readonly what: string;
  readonly why: string;
}

/** One evaluation of a node at one place of the source. A shared node has several. */
export interface Use {
  readonly node: Expression;
  readonly span: Span;
}

/** A write into the memory of an array, after as many evaluations. */
export interface Write {
  readonly before: Expression;
  readonly after: Expression;
  readonly span: Span;
  /** How many of the loss's uses were evaluated before it. */
  readonly evaluated: number;
  /** Uses among those that were evaluated on other paths through the code: from, and up to. */
  readonly aside: readonly (readonly [number, number])[];
}

/** A fact about a reduction that the author declared, such as `sum(mask) > 0`. */
export interface Fact {
  readonly reduction: 'sum' | 'max' | 'min' | 'mean';
  readonly parameter: string;
  readonly relation: '<' | '<=' | '>' | '>=' | '==';
  readonly bound: number;
}

/** What the author declared in comments. */
export interface Declarations {
  readonly wrt: readonly string[] | null;
  readonly dtype: string | null;
  readonly facts: readonly Fact[];
  /** Rule codes silenced for the whole loss; `*` is all. */
  readonly ignored: readonly string[];
}

/** A derivative that the author wrote beside a loss, read under the shapes that both admit. */
export interface WrittenDerivative {
  readonly name: string;
  readonly nameSpan: Span;
  readonly readings: readonly { readonly value: Expression; readonly derivative: Expression }[];
}

/** A value whose gradient its author wrote. */
export interface Handmade {
  /** Name of the function or class. */
  readonly name: string;
  readonly value: Expression;
  /** Has the gradient that was written, for a gradient of 1 of each output. */
  readonly slopes: Expression;
  /** Of a single output: has the one that was written for a gradient of a half. */
  readonly halved: Expression | null;
  /** Set where the backward pass cannot stand for its function, which is not read then. */
  readonly apart?: true;
}

/** The backward pass of a function, where it is written, and the function as it was read with it. */
export interface OwnBackward {
  readonly at: Span;
  readonly backward: readonly Handmade[];
  readonly of: Loss;
}

/** A loss read out of a source text. */
export interface Loss {
  /** `Class.method`, `outer.inner`, a duplicate `name#2`. */
  readonly name: string;
  readonly kind: 'function' | 'method' | 'expression';
  readonly framework: FrameworkId;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  readonly options: readonly LossOption[];
  readonly graph: Graph;
  /** The result; null when nothing of it could be read. A tensor result stands for the sum of its elements in gradients. */
  readonly body: Expression | null;
  /** Evaluations in the order in which the code runs. */
  readonly uses: readonly Use[];
  readonly status: 'full' | 'partial' | 'none';
  readonly missing: readonly Missing[];
  readonly declarations: Declarations;
  /** Why the shapes are as they are. */
  readonly shapesBecause: string;
  /** Whether autograd does not see the body: its author writes the backward pass, or turned gradients off around it. */
  readonly withoutAutograd?: boolean;
  /** What becomes of its result wherever the workspace calls it: it is only compared or put in order, or no gradient is taken of it. */
  readonly fate?: 'decides' | 'untrained';
  readonly writtenDerivative?: WrittenDerivative;
  /** Values on the way to the result whose gradient is written by hand. */
  readonly handmade?: readonly Handmade[];
  /** Writes in place, in the order in which the code runs. */
  readonly writes?: readonly Write[];
  /** How Python takes the loss out of what is returned, where it is not all of it: `[0]`, `["loss"]`; null where no subscript does. */
  readonly part?: string | null;
  /** What the code asserts of its inputs, or raises an exception without: true where every element is. */
  readonly demands?: readonly Expression[];
  /** The backward pass of the function itself, and where it is written. */
  readonly ownBackward?: OwnBackward;
}

/** Parameters that the verdicts speak about: those declared with `wrt`, else the predictions. */
export function variablesOf(loss: Loss): readonly Parameter[] {
  const { wrt } = loss.declarations;
  if (wrt) return loss.parameters.filter((p) => wrt.includes(p.name));
  return loss.parameters.filter((p) => p.role === 'prediction');
}

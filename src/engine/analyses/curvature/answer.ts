/** Numbers nested like the tensor they belong to. */
export type Nested = number | readonly Nested[];

/** Values of the parameters at a point. */
export type Point = Readonly<Record<string, Nested>>;

/** Two points and their middle, at which the chord inequality fails. */
export interface Counterexample {
  readonly a: Point;
  readonly b: Point;
  readonly lambda: number;
  readonly fa: number;
  readonly fb: number;
  readonly fm: number;
}

/** Why an answer holds; `neither` carries two counterexamples. */
export type CurvatureEvidence =
  | { readonly kind: 'proof'; readonly text: string }
  | {
      readonly kind: 'counterexample';
      readonly text: string;
      readonly againstConvex: Counterexample | null;
      readonly againstConcave: Counterexample | null;
    }
  | { readonly kind: 'reason'; readonly text: string };

/** What is known of the value of one operation of a loss, as a function of the studied coordinates. */
export interface CurvatureStep {
  /** Position in the loss's `uses`, which keeps its place when the text around it moves. */
  readonly use: number;
  /** `open`: the composition rule stops here, and nothing goes round it. */
  readonly curvature: 'affine' | 'convex' | 'concave' | 'open';
  /** The proof of a value that the composition rule does not reach. */
  readonly how?: string;
}

/** Answer and evidence. */
export interface CurvatureAnswer {
  readonly answer: 'affine' | 'convex' | 'concave' | 'neither' | 'unknown';
  readonly evidence: CurvatureEvidence;
  /** For which values of other parameters, or on which domain, it holds. */
  readonly condition?: string;
}

/** An answer, and how the operations of the loss make it where it is proved or open. */
export interface SteppedAnswer extends CurvatureAnswer {
  readonly steps: readonly CurvatureStep[];
}

/** The answer jointly, one variable at a time, and through what usually makes the prediction. */
export interface ConvexityAnswer extends SteppedAnswer {
  readonly wrt: readonly string[];
  readonly each: Readonly<Record<string, SteppedAnswer>>;
  readonly through?: Readonly<Record<string, CurvatureAnswer['answer']>>;
  /** Functions of the variables in which a loss that is not convex in them is, as a text such as `log(sigma)`. */
  readonly restoredIn?: string;
}

/** A text in each language that reports speak. */
export interface Bilingual {
  readonly en: string;
  readonly zhCn: string;
}

/** What is known of a loss that has a name. The properties are claims: a test puts them to the engine. */
export interface CatalogueEntry {
  readonly id: string;
  readonly task: 'regression' | 'classification' | 'segmentation' | 'likelihood' | 'metric learning' | 'sequence' | 'regularisation';
  readonly name: Bilingual;
  /** One element of it as a `.loss` definition with its domains; null for a loss that has no closed form. */
  readonly definition: string | null;
  /** Whether the name holds for the loss of a residual alone, without prediction and target. */
  readonly ofResidual?: true;
  /** The whole of it as a textbook prints it. */
  readonly latex: string;
  readonly properties: {
    readonly differentiability: 'smooth' | 'C2' | 'C1' | 'kink';
    /** In what the definition declares with `wrt`; `unknown` where it depends on the targets. */
    readonly convexity: 'affine' | 'convex' | 'concave' | 'neither' | 'unknown';
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** What the inputs must be. */
  readonly expects: Bilingual;
  /** When to use it. */
  readonly use: Bilingual;
  /** What to watch. */
  readonly watch: Bilingual;
  /** Numerically stable code by framework. */
  readonly code: Readonly<Partial<Record<'torch' | 'jax' | 'tensorflow' | 'numpy', string>>>;
  /** Canonical names of library functions and classes that are it. */
  readonly calls: readonly string[];
  readonly references: readonly string[];
}

import type { Range } from '../text/line-index';
import type { DomainSource, FrameworkId, Role } from '../ir/loss';

/** Severity of a finding, as the contract defines it. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A number of the JSON: JSON has no infinity and no nan. */
export type JsonNumber = number | 'inf' | '-inf' | 'nan';

/** Numbers nested like the tensor they came from. */
export type NestedNumbers = JsonNumber | readonly NestedNumbers[] | { readonly full: readonly number[]; readonly value: JsonNumber };

/** A formula twice: LaTeX, and mathjs syntax. */
export interface Formula {
  readonly latex: string;
  readonly text: string;
}

/** A point where a loss is not smooth. */
export interface NonSmoothPoint {
  readonly where: string;
  readonly kind: 'kink' | 'jump' | 'infinite-slope' | 'curvature-jump' | 'third-derivative-jump' | 'removable';
  readonly left: JsonNumber | null;
  readonly right: JsonNumber | null;
  readonly autograd: JsonNumber | null;
}

/** Verdict on differentiability. */
export interface DifferentiabilityVerdict {
  readonly answer: 'smooth' | 'C2' | 'C1' | 'kink' | 'infinite-slope' | 'jump' | 'unknown';
  readonly at: readonly NonSmoothPoint[];
  readonly evidence: string;
}

/** A convex combination at which the chord inequality fails. */
export interface Counterexample {
  readonly a: Readonly<Record<string, NestedNumbers>>;
  readonly b: Readonly<Record<string, NestedNumbers>>;
  readonly lambda: number;
  readonly fa: number;
  readonly fb: number;
  readonly fm: number;
}

/** Why a convexity answer holds; `neither` carries two counterexamples. */
export type ConvexityEvidence =
  | { readonly kind: 'proof'; readonly text: string; readonly steps?: readonly CurvatureStep[] }
  | {
      readonly kind: 'counterexample';
      readonly text: string;
      readonly againstConvex: Counterexample | null;
      readonly againstConcave: Counterexample | null;
    }
  | { readonly kind: 'reason'; readonly text: string; readonly steps?: readonly CurvatureStep[] };

/** What is known of the code at a place, as a function of what is studied; `open`: the composition rule stops there. */
export interface CurvatureStep {
  readonly range: Range;
  readonly code: string;
  readonly curvature: 'affine' | 'convex' | 'concave' | 'open';
  /** The proof where the composition rule does not reach. */
  readonly how?: string;
}

/** Answer and evidence. */
export interface CurvatureAnswer {
  readonly answer: 'affine' | 'convex' | 'concave' | 'neither' | 'unknown';
  readonly evidence: ConvexityEvidence;
  /** For which hyperparameter values it holds, where that is known. */
  readonly condition?: string;
}

/** Verdict on convexity, jointly in `wrt` and one variable at a time. */
export interface ConvexityVerdict extends CurvatureAnswer {
  readonly wrt: readonly string[];
  readonly each: Readonly<Record<string, CurvatureAnswer>>;
  readonly through?: Readonly<Record<string, CurvatureAnswer['answer']>>;
  /** Functions of the variables in which a loss that is not convex in them is. */
  readonly restoredIn?: string;
}

/** Verdict on numeric stability over the stated domains in the stated format. */
export interface StabilityVerdict {
  readonly answer: 'safe' | 'hazard' | 'unknown';
  readonly hazards: readonly string[];
  readonly evidence: string;
}

/** Verdict on gradient flow to one prediction. */
export interface GradientFlowVerdict {
  readonly answer: 'flows' | 'blocked' | 'partial' | 'unused';
  readonly evidence: string;
}

/** Verdict on saturation in one prediction. */
export interface SaturationVerdict {
  readonly answer: 'no' | 'saturates' | 'unknown';
  readonly where?: string;
  readonly evidence: string;
}

/** All verdicts on one loss. */
export interface Verdicts {
  readonly differentiability: DifferentiabilityVerdict;
  readonly convexity: ConvexityVerdict;
  readonly stability: StabilityVerdict;
  readonly gradientFlow: Readonly<Record<string, GradientFlowVerdict>>;
  readonly saturation: Readonly<Record<string, SaturationVerdict>>;
  readonly bounds: { readonly lower: JsonNumber | null; readonly upper: JsonNumber | null };
  /** Whether the loss falls into one valley and rises out of it, by itself or in each element that it adds up; null where that is open. */
  readonly quasiconvexity: 'yes' | 'by element' | 'no' | null;
  readonly lipschitz: number | null;
  readonly smoothness: number | null;
  readonly gradientLimits: Readonly<Record<string, { readonly lower: JsonNumber | null; readonly upper: JsonNumber | null }>>;
  readonly deadZones: Readonly<Record<string, readonly (readonly [number | null, number | null])[]>>;
}

/** Inputs on which a loss fails, replayed in the framework's arithmetic. */
export interface Witness {
  readonly inputs: Readonly<Record<string, NestedNumbers>>;
  readonly dtype: string;
  readonly value: NestedNumbers;
  readonly gradients: Readonly<Record<string, NestedNumbers>>;
}

/** One replacement of text, as in LSP. */
export interface RangeEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A quick fix. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly RangeEdit[];
}

/** One step of a finding's evidence, at its place. */
export interface RelatedPlace {
  readonly messageId: string;
  readonly arguments: Readonly<Record<string, string | number>>;
  /** Like that of the finding. */
  readonly message: string;
  readonly range: Range;
}

/** What a rule says of one place. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly loss: string | null;
  readonly messageId: string;
  readonly arguments: Readonly<Record<string, string | number>>;
  /** The words of `messageId` in the reader's language; empty until `report/` has joined them. */
  readonly message: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly witness?: Witness;
  readonly reproducer?: string;
  readonly fingerprint: string;
  readonly fixes: readonly Fix[];
  readonly documentation: string;
  readonly cell?: number;
}

/** A parameter of a reported loss. */
export interface ReportedParameter {
  readonly name: string;
  readonly role: Role;
  readonly domain: string;
  readonly source: DomainSource;
  readonly because: string;
  readonly default: number | string | boolean | null;
}

/** Everything known of one loss. */
export interface LossReport {
  readonly name: string;
  readonly kind: 'function' | 'method' | 'expression';
  readonly framework: FrameworkId;
  readonly range: Range;
  readonly parameters: readonly ReportedParameter[];
  readonly options: readonly {
    readonly name: string;
    readonly values: readonly (string | number | boolean | null)[];
    readonly analysed: string | number | boolean | null;
  }[];
  /** `line` is counted from 1, as people count lines; only ranges are counted from 0. */
  readonly preconditions: readonly { readonly text: string; readonly line: number; readonly breaks: string }[];
  readonly dtypes: Readonly<Record<string, string>>;
  readonly translation: {
    readonly status: 'full' | 'partial' | 'none';
    readonly missing: readonly { readonly line: number; readonly what: string; readonly why: string }[];
  };
  readonly formula: Formula | null;
  readonly gradients: Readonly<Record<string, Formula>>;
  readonly verdicts: Verdicts | null;
  readonly shapes: Readonly<Record<string, readonly number[] | string>>;
  readonly recognised: { readonly id: string; readonly name: string; readonly how: string } | null;
  /** Zero-based index of the notebook cell that the ranges speak of. */
  readonly cell?: number;
}

/** What is reported of one loss. */
export interface ReportedLoss {
  readonly report: LossReport;
  readonly findings: readonly Finding[];
}

/** Losses and findings of one file. */
export interface FileReport {
  readonly path: string;
  readonly language: 'python' | 'loss' | 'markdown' | 'notebook';
  readonly losses: readonly LossReport[];
  readonly findings: readonly Finding[];
}

/** What `--format json` prints. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'losswright'; readonly version: string };
  readonly files: readonly FileReport[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

import type { ConvexityAnswer, CurvatureStep } from '../analyses/curvature/answer';
import { functionVerdicts } from '../analyses/function-verdicts';
import { judgeStability } from '../analyses/stability';
import type { Stability } from '../analyses/stability';
import { FRAMEWORKS } from '../frameworks/index';
import type { Loss } from '../ir/loss';
import type { FormatName } from '../numerics/format';
import type { Found } from '../rules/rule';
import { contextOf, findFacts, findFaults } from '../rules/run';
import { formulasOf } from './formulas';
import type { Formula, Verdicts } from './report';
import { blockersOf, unprovedOf, verdictsOf } from './verdicts';

/** What Problems shows of one loss. */
export interface Faults {
  readonly loss: Loss;
  /** In every format, the one it is computed in first. */
  readonly judged: readonly Stability[];
  readonly preconditions: Stability['preconditions'];
  readonly found: readonly Found[];
}

/** How the operations of a loss make the answers on its convexity. */
export interface CurvatureSteps {
  readonly joint: readonly CurvatureStep[];
  readonly each: Readonly<Record<string, readonly CurvatureStep[]>>;
}

/** Everything else that the analyses say of it. */
export interface Facts {
  readonly formula: Formula | null;
  readonly gradients: Readonly<Record<string, Formula>>;
  /** Null when nothing of the loss was read. */
  readonly verdicts: Verdicts | null;
  /** Those of its curvature in all variables and in each, by position in its `uses`. */
  readonly steps: CurvatureSteps;
  /** What stops gradients on their way to a prediction, likewise. */
  readonly blockers: Readonly<Record<string, readonly number[]>>;
  /** Where the proof of stability stopped, likewise. */
  readonly unproved: number | null;
  /** `ok` or what breaks, by format. */
  readonly dtypes: Readonly<Record<string, string>>;
  readonly found: readonly Found[];
}

/** Of a loss of which nothing is known but that it is there. */
export const NO_FACTS: Facts = {
  formula: null,
  gradients: {},
  verdicts: null,
  steps: { joint: [], each: {} },
  blockers: {},
  unproved: null,
  dtypes: {},
  found: [],
};

/** Looks for the faults of a loss in some formats; `text` is what its spans refer to. */
export function faultsOf(loss: Loss, text: string, formats: readonly FormatName[]): Faults {
  if (!loss.body) return { loss, judged: [], preconditions: [], found: [] };
  const judged = formats.map((format) => judge(loss, text, format));
  const found = inEveryFormat(judged.map((stability) => findFaults(contextOf(loss, stability, text))));
  return { loss, judged, preconditions: judged[0]?.preconditions ?? [], found };
}

/** Finds out everything else, in steps. */
export function* factsOf({ loss, judged, found }: Faults): Generator<void, Facts> {
  if (!loss.body) return NO_FACTS;
  const shape = yield* functionVerdicts(loss, FRAMEWORKS[loss.framework].conventions);
  yield;
  const formulas = formulasOf(loss);
  yield;
  const dtypes = Object.assign({}, ...judged.map((one) => one.dtypes())) as Record<string, string>;
  const facts = inEveryFormat(judged.map((stability) => findFacts({ ...contextOf(loss, stability, ''), shape })));
  const verdicts = verdictsOf(loss, shape, judged, found);
  return {
    ...formulas,
    verdicts,
    steps: stepsOf(shape.convexity),
    blockers: blockersOf(loss),
    unproved: unprovedOf(loss, judged),
    dtypes,
    found: facts,
  };
}

function stepsOf({ steps, each }: ConvexityAnswer): CurvatureSteps {
  return { joint: steps, each: Object.fromEntries(Object.entries(each).map(([name, answer]) => [name, answer.steps])) };
}

/** A loss that asks for its format itself reads otherwise in another one, of which nothing is said then. */
function judge(loss: Loss, text: string, format: FormatName): Stability {
  const { conventions, flushesSubnormals } = FRAMEWORKS[loss.framework];
  return judgeStability(loss, { format, conventions, flushesSubnormals }, asksForFormat(loss, text) ? () => null : () => loss);
}

/** Whether the code of a loss speaks of its format. */
export function asksForFormat({ span }: Loss, text: string): boolean {
  return /finfo|dtype|\.(float|half|double|bfloat16)\(\)/.test(text.slice(span.start, span.end));
}

/** The findings of several formats: the same complaint at the same place is made once, in the first format that has it. */
function inEveryFormat(all: readonly (readonly Found[])[]): Found[] {
  const kept = new Map<string, Found>();
  for (const found of all.flat()) {
    const key = `${found.code}@${found.span.source ?? ''}:${found.span.start}-${found.span.end}`;
    if (!kept.has(key)) kept.set(key, found);
  }
  return [...kept.values()];
}

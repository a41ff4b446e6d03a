import type { Loss } from '../ir/loss';
import { FRAMEWORKS } from '../frameworks/index';
import { functionVerdictsOf } from '../analyses/function-verdicts';
import { judgeStability } from '../analyses/stability';
import type { Stability } from '../analyses/stability';
import type { FormatName } from '../numerics/format';
import { findAll } from '../rules/run';
import type { Found } from '../rules/rule';
import { formatsOf } from './format-of-loss';
import type { CheckOptions } from './options';
import type { Formula, Verdicts } from './report';
import { formulasOf } from './formulas';
import { verdictsOf } from './verdicts';

/** Everything that the analyses say of one loss. */
export interface Analysed {
  readonly loss: Loss;
  readonly formula: Formula | null;
  readonly gradients: Readonly<Record<string, Formula>>;
  /** Null when nothing of the loss was read. */
  readonly verdicts: Verdicts | null;
  /** `ok` or what breaks, by format. */
  readonly dtypes: Readonly<Record<string, string>>;
  readonly preconditions: Stability['preconditions'];
  readonly found: readonly Found[];
}

/** Runs every analysis and every rule on a loss; `text` is what its spans refer to. */
export function analyse(loss: Loss, text: string, options: CheckOptions): Analysed {
  const { body } = loss;
  if (!body) return unanalysed(loss);
  const judged = formatsOf(loss, options).map((format) => judge(loss, text, format));
  const [own] = judged;
  const shape = functionVerdictsOf(loss, FRAMEWORKS[loss.framework].conventions);
  const found = inEveryFormat(judged.map((stability) => findAll(loss, stability, text, shape)));
  return {
    loss,
    ...formulasOf(loss),
    verdicts: verdictsOf(loss, shape, judged, found),
    dtypes: Object.assign({}, ...judged.map((one) => one.dtypes)) as Record<string, string>,
    preconditions: own?.preconditions ?? [],
    found,
  };
}

/** A loss of which nothing is known but that it is there. */
export function unanalysed(loss: Loss): Analysed {
  return { loss, formula: null, gradients: {}, verdicts: null, dtypes: {}, preconditions: [], found: [] };
}

/** A loss that asks for its format itself reads otherwise in another one, of which nothing is said then. */
function judge(loss: Loss, text: string, format: FormatName): Stability {
  const { conventions, flushesSubnormals } = FRAMEWORKS[loss.framework];
  const asks = /finfo|dtype|\.(float|half|double|bfloat16)\(\)/.test(text.slice(loss.span.start, loss.span.end));
  return judgeStability(loss, { format, conventions, flushesSubnormals }, asks ? () => null : () => loss);
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

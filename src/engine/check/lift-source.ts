import { liftLoss } from '../lift/loss/lift-loss';
import { liftPython } from '../lift/lift-python';
import { mayHoldLosses } from '../lift/losses/may-hold';
import type { Loss } from '../ir/loss';
import { parseLoss } from '../syntax/loss/parser';
import { looksLikePython } from '../syntax/python/looks-like-python';
import type { PyModule } from '../syntax/python/node';
import type { Shape } from '../numerics/signature';
import type { Span } from '../text/span';
import { regionsOf } from './document';
import type { Region } from './region';
import type { CheckOptions } from './options';
import type { Source } from './source';
import { suppressionsOf } from './suppressions';
import type { Comment, Suppressions } from './suppressions';
import type { Tools } from './tools';

/** A loss and the region of the source that it was read from. */
export interface LiftedLoss {
  readonly loss: Loss;
  readonly region: Region;
  readonly suppressions: Suppressions;
  /** Comments of the region, in order. */
  readonly comments: readonly Span[];
}

/** What the lift is told besides the text: shapes of the inputs, values of hyperparameters and options. */
export interface Given {
  readonly shapes?: Readonly<Record<string, Shape>>;
  readonly parameters?: Readonly<Record<string, number | string | boolean | null>>;
  /** Callable parameters that something is put in place of. */
  readonly callables?: readonly string[];
  /** Inputs that hold numbers that need not be integers. */
  readonly floats?: readonly string[];
}

/** Reads the losses of a source; `problem` says why it could not be read at all. */
export function liftSource(
  source: Source,
  tools: Tools,
  options: CheckOptions,
  given: Given = {},
): { lifted: LiftedLoss[]; asides: LiftedLoss[]; problem: string | null } {
  const { regions, problem } = regionsOf(source, (code) => isPython(code, tools));
  const read = regions.map((region) => liftRegion(region, source.path, tools, options, given));
  const [lifted, asides] = [read.flatMap((one) => one.losses), read.flatMap((one) => one.asides)];
  return { lifted, asides, problem: problem ?? misspelled(regions) };
}

/** The first place of `.loss` text that is not in the language. */
function misspelled(regions: readonly Region[]): string | null {
  for (const region of regions) {
    const [error] = region.language === 'loss' ? parseLoss(region.text).errors : [];
    if (error) return `line ${region.rangeOf(error.span).start.line + 1}: ${error.message}`;
  }
  return null;
}

/** Losses, and functions that are none and whose gradient is written by hand. */
interface Read {
  readonly losses: LiftedLoss[];
  readonly asides: LiftedLoss[];
}

function liftRegion(region: Region, path: string, tools: Tools, options: CheckOptions, given: Given): Read {
  if (region.language === 'loss') {
    const { losses } = liftLoss(region.text);
    return { losses: listed(losses, region, parseLoss(region.text).comments, options), asides: [] };
  }
  if (!options.parse && !mayHoldLosses(region.text, path)) return { losses: [], asides: [] };
  const module = moduleOf(region.text, tools, options);
  const { modules, mentions, only, readings } = options;
  const [format] = options.formats;
  const { losses, asides } = liftPython(module, region.text, {
    path,
    packages: tools.packages,
    ...given,
    ...(modules ? { modules } : {}),
    ...(mentions ? { mentions } : {}),
    ...(readings ? { readings } : {}),
    ...(format === undefined ? {} : { format }),
    ...(only === undefined ? {} : { only }),
  });
  const [own, others] = [losses, asides].map((list) => listed(list, region, module.comments, options));
  return { losses: own ?? [], asides: others ?? [] };
}

function moduleOf(text: string, { python }: Tools, { parse }: CheckOptions): PyModule {
  if (parse) return parse.module(text, python);
  const parsed = python.parse(text);
  parsed.dispose();
  return parsed.module;
}

function listed(losses: readonly Loss[], region: Region, all: readonly Comment[], { only }: CheckOptions): LiftedLoss[] {
  const [suppressions, comments] = [suppressionsOf(all, region), all.map(({ span }) => span)];
  return losses.filter((loss) => only === undefined || loss.name === only).map((loss) => ({ loss, region, suppressions, comments }));
}

function isPython(code: string, { python }: Tools): boolean {
  const parsed = python.parse(code);
  parsed.dispose();
  return looksLikePython(parsed.module);
}

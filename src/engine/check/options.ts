import type { Configuration } from '../config/configuration';
import { isFormatName } from '../numerics/format';
import type { FormatName } from '../numerics/format';
import type { Mentions } from '../lift/callers/references';
import type { Readings } from '../lift/losses/readings';
import type { Resolve } from '../lift/modules/workspace';
import type { Position } from '../text/line-index';
import type { StudyCache } from './cache';
import type { LastParse } from './last-parse';
import type { Severity } from './report';

/** How a source is analysed and what of it is reported. */
export interface CheckOptions {
  /** Formats to judge in; empty: the framework's own, or what the source declares. */
  readonly formats: readonly FormatName[];
  /** Rule codes or prefixes (`stability`, `stability/log-zero-prob`) to keep; empty: all. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  /** Severity by rule code or prefix; `off` drops the rule. */
  readonly severity: Readonly<Record<string, string>>;
  readonly minSeverity: Severity;
  /** Modules of the workspace by dotted name, as the analysed file would import them. */
  readonly modules?: Resolve;
  /** Other files of the workspace in which a word stands. */
  readonly mentions?: Mentions;
  /** The last parse of this document. */
  readonly parse?: LastParse;
  /** What was read of this document before. */
  readonly readings?: Readings;
  /** What was found out of losses that did not change is taken from here. */
  readonly cache?: StudyCache;
  /** Where the reader is: losses that are new are looked at from here. */
  readonly caret?: Position;
  /** Report only the loss of this name. */
  readonly only?: string;
}

/** Options that report everything in the frameworks' own formats. */
export const DEFAULT_OPTIONS: CheckOptions = { formats: [], select: [], ignore: [], severity: {}, minSeverity: 'hint' };

/** Options as a project's configuration wants them. */
export function optionsFrom({ dtypes = [], select = [], ignore = [], severity = {}, minSeverity }: Configuration): CheckOptions {
  return { formats: dtypes.filter(isFormatName), select, ignore, severity, minSeverity: severityOr(minSeverity, 'hint') };
}

/** A name as a severity, or another one where it is none. */
export function severityOr(name: string | undefined, otherwise: Severity): Severity {
  return name === 'error' || name === 'warning' || name === 'information' || name === 'hint' ? name : otherwise;
}

import type { PyModule } from '../../syntax/python/node';
import type { Framework } from '../../frameworks/framework';
import type { Shape } from '../../numerics/signature';
import type { LineIndex } from '../../text/line-index';
import type { References } from '../callers/references';
import type { Memory } from '../modules/memory';
import type { Reliance } from '../modules/reliance';
import type { Resolve } from '../modules/workspace';
import type { OptionValue } from '../state/trace';

/** What reading the losses of one file needs. */
export interface FileSetting {
  readonly module: PyModule;
  readonly text: string;
  readonly lines: LineIndex;
  /** Whether it speaks of sequences of tokens. */
  readonly tokens: boolean;
  readonly framework: Framework;
  readonly resolve: Resolve | undefined;
  /** Modules of libraries whose functions are told in Python. */
  readonly packages: Resolve | undefined;
  readonly memory: Memory;
  /** Finds who calls the functions of the file. */
  readonly references: References;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly overrides: Readonly<Record<string, OptionValue>>;
  /** Callable parameters in whose place something that can be computed will be put. */
  readonly replaced: ReadonlySet<string>;
  /** Parameters that hold numbers that need not be integers. */
  readonly floats: ReadonlySet<string>;
  readonly steps: number;
  /** The format of float inputs; null: what is declared, or the framework's own. */
  readonly format: string | null;
}

/** What one reading of a loss needs. */
export interface ReadingSetting extends FileSetting {
  /** What it looks up of the file. */
  readonly reliance: Reliance;
}

import type { PyModule } from '../../syntax/python/node';
import type { Framework } from '../../frameworks/framework';
import type { Shape } from '../../numerics/signature';
import type { Memory } from '../modules/memory';
import type { Resolve } from '../modules/workspace';
import type { OptionValue } from '../state/trace';

/** What reading the losses of one file needs. */
export interface FileSetting {
  readonly module: PyModule;
  readonly text: string;
  readonly framework: Framework;
  readonly resolve: Resolve | undefined;
  readonly memory: Memory;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly overrides: Readonly<Record<string, OptionValue>>;
  /** Callable parameters in whose place something that can be computed will be put. */
  readonly replaced: ReadonlySet<string>;
  readonly steps: number;
  /** The format of float inputs; null: what is declared, or the framework's own. */
  readonly format: string | null;
}

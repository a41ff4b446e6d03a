import type { PyModule, PyNode } from '../../syntax/python/node';
import type { OptionValue } from '../state/trace';
import type { Definitions } from '../values/value';
import type { Resolve } from './workspace';

/** What reading a loss relied on besides its own code. */
export class Reliance {
  /** Top-level statements of its file, by the names that were looked up. */
  readonly names = new Map<string, readonly PyNode[]>();
  /** Other files, by the dotted names that were asked for. */
  readonly modules = new Map<string, PyModule | undefined>();
  /** What the text compares options with, by name. */
  readonly compared = new Map<string, readonly OptionValue[]>();
  /** Whether its file was looked through as a whole. */
  whole = false;

  /** The definitions of its file; which ones are asked for is noted. */
  noting(definitions: Definitions): Definitions {
    const get = (name: string): readonly PyNode[] | undefined => {
      const found = definitions.get(name);
      this.names.set(name, found ?? []);
      return found;
    };
    return { get };
  }

  /** The files of the workspace; which ones are asked for is noted. */
  resolving(resolve: Resolve | undefined): Resolve | undefined {
    if (!resolve) return undefined;
    return (dotted) => {
      const found = resolve(dotted);
      this.modules.set(dotted, found?.module);
      return found;
    };
  }
}

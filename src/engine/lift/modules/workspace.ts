import type { ModuleModel } from '../values/value';
import type { PyModule } from '../../syntax/python/node';
import type { Journal } from '../state/journal';
import type { Memory } from './memory';

/** Finds a file of the workspace by the dotted name that an import uses. */
export type Resolve = (dotted: string) => { readonly module: PyModule; readonly path: string } | undefined;

/** Finds the Python files of the workspace by dotted name, and remembers which it would have liked to read. */
export class Workspace {
  /** Dotted names that were asked for and not given. */
  readonly wanted = new Set<string>();
  private readonly known = new Map<string, ModuleModel | null>();
  private readonly libraries = new Map<string, ModuleModel | null>();
  private readonly lacking = new Map<ModuleModel, Set<string>>();

  constructor(
    private readonly journal: Journal,
    private readonly resolve: Resolve | undefined,
    private readonly memory: Memory,
    private readonly packages: Resolve | undefined,
  ) {}

  /** The module of this dotted name, or null. */
  module(dotted: string): ModuleModel | null {
    const known = this.known.get(dotted);
    if (known !== undefined) return known;
    const own = this.resolve?.(dotted);
    if (!own) this.wanted.add(dotted);
    const model = own ? moduleModel(this.journal, this.memory, own.module, own.path, dotted) : this.told(dotted);
    this.known.set(dotted, model);
    return model;
  }

  /** Whether it was found that neither a module nor those that it imports whole define a name. */
  lacks(module: ModuleModel, name: string): boolean {
    return this.lacking.get(module)?.has(name) ?? false;
  }

  /** Notes that neither a module nor those that it imports whole define a name. */
  lack(module: ModuleModel, name: string): void {
    this.lacking.set(module, (this.lacking.get(module) ?? new Set()).add(name));
  }

  /** The module of a library whose functions are told in Python, or null. */
  told(dotted: string): ModuleModel | null {
    const known = this.libraries.get(dotted);
    if (known !== undefined) return known;
    const found = this.packages?.(dotted);
    const model = found ? moduleModel(this.journal, this.memory, found.module, found.path, dotted) : null;
    this.libraries.set(dotted, model);
    return model;
  }
}

/** Reads the top level of a module. */
export function moduleModel(journal: Journal, memory: Memory, module: PyModule, path: string | null, dotted: string): ModuleModel {
  return {
    path,
    dotted,
    scope: { names: journal.cell(new Map()), parent: null, outer: new Set() },
    definitions: memory.definitionsIn(module),
  };
}

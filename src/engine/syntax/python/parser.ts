import { Language, Parser } from 'web-tree-sitter';
import type { Tree } from 'web-tree-sitter';
import type { Span } from '../../text/span';
import type { PyModule, PyNode } from './node';
import { topLevelBlocks } from './blocks';
import { textChange } from './text-change';
import { TreeBuilder, Unchanged } from './tree-builder';

/** A parsed text: plain nodes, and the wasm tree that makes the next parse of nearly the same text cheap. */
export class ParsedPython {
  private tree: Tree | null;

  /** @internal */
  constructor(
    readonly text: string,
    readonly module: PyModule,
    tree: Tree | null,
  ) {
    this.tree = tree;
  }

  /** A copy of the wasm tree, edited to fit a new text; null when there is none. The caller deletes it. */
  editedFor(text: string): Tree | null {
    const copy = this.tree?.copy() ?? null;
    const change = textChange(this.text, text);
    if (copy && change) copy.edit(change);
    return copy;
  }

  /** Its statements that another text has as well; null where one of the two has errors. */
  unchangedIn(text: string, tree: Tree): Unchanged | null {
    const change = this.module.errors.length === 0 && !tree.rootNode.hasError ? textChange(this.text, text) : null;
    return change && new Unchanged(this.module, change);
  }

  /** Frees the wasm tree; the nodes stay valid. */
  dispose(): void {
    this.tree?.delete();
    this.tree = null;
  }
}

/** The two WebAssembly modules that the parser is made of: `web-tree-sitter.wasm` and `tree-sitter-python.wasm`. */
export interface PythonWasm {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Parses Python of any quality; never throws at a text. */
export class PythonParser {
  private constructor(private readonly parser: Parser) {}

  /** Loads the WebAssembly modules; rejects when they are not what they should be. */
  static async create(wasm: PythonWasm): Promise<PythonParser> {
    await Parser.init({ wasmBinary: wasm.runtime });
    const parser = new Parser();
    parser.setLanguage(await Language.load(wasm.grammar));
    return new PythonParser(parser);
  }

  /**
   * Parses a text, reusing the tree of a previous version of it, which gives up its nodes. A text with syntax errors is always
   * parsed afresh: error recovery depends on history, and the same text must give the same tree.
   */
  parse(text: string, previous?: ParsedPython): ParsedPython {
    const tree = this.parseWith(text, previous);
    if (!tree) return new ParsedPython(text, new TreeBuilder(text).fail('could not be parsed').finish(), null);
    const whole = build(text, tree, previous?.unchangedIn(text, tree) ?? null);
    const module = whole.root.hasError ? this.bestOf(text, whole) : whole;
    return new ParsedPython(text, module, tree);
  }

  /** Frees the parser. */
  dispose(): void {
    this.parser.delete();
  }

  private parseWith(text: string, previous: ParsedPython | undefined): Tree | null {
    const old = previous?.editedFor(text) ?? null;
    const tree = this.run(text, old);
    old?.delete();
    if (!old || !tree?.rootNode.hasError) return tree;
    tree.delete();
    return this.run(text, null);
  }

  /** The runtime raises an error when its memory is exhausted; that is a text that cannot be parsed. */
  private run(text: string, old: Tree | null): Tree | null {
    try {
      return this.parser.parse(text, old);
    } catch {
      this.parser.reset();
      return null;
    }
  }

  /** An early open bracket swallows what follows: definitions parsed one by one may survive better. */
  private bestOf(text: string, whole: PyModule): PyModule {
    const blocks = topLevelBlocks(text);
    if (blocks.length < 2 || soundDefinitions(whole.root) >= blocks.length - 1) return whole;
    const pieces = this.parseBlocks(text, blocks);
    return soundDefinitions(pieces.root) > soundDefinitions(whole.root) ? pieces : whole;
  }

  private parseBlocks(text: string, blocks: readonly Span[]): PyModule {
    const builder = new TreeBuilder(text);
    for (const { start, end } of blocks) {
      const tree = this.run(text.slice(start, end), null);
      if (!tree) continue;
      append(builder, tree, start);
      tree.delete();
    }
    return builder.finish();
  }
}

function build(text: string, tree: Tree, unchanged: Unchanged | null): PyModule {
  return append(new TreeBuilder(text, unchanged), tree, 0).finish();
}

function append(builder: TreeBuilder, tree: Tree, offset: number): TreeBuilder {
  const cursor = tree.walk();
  builder.append(cursor, offset, !tree.rootNode.hasError);
  cursor.delete();
  return builder;
}

function soundDefinitions(root: PyNode): number {
  return root.children.filter((child) => child.type.endsWith('_definition') && !child.hasError).length;
}

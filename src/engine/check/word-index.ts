import type { Mention, Mentions } from '../lift/callers/references';
import { isTestModule } from '../lift/losses/loss-names';
import type { PythonParser } from '../syntax/python/parser';

/** A file of the workspace. */
export interface WorkspaceText {
  readonly path: string;
  readonly text: string;
}

/** Most letters of a file, and of all files together, that are looked through, and most files that a word is looked up in. */
const LONGEST = 400_000;
const LONGEST_OF_ALL = 40_000_000;
const MOST_FILES = 40;

/** Which files of a workspace hold which words. Tests are left out: what they call a function with tells nothing of its use. */
export class WordIndex {
  private readonly texts = new Map<string, string>();
  private readonly places = new Map<string, Set<string>>();
  private readonly trees = new Map<string, Mention>();
  private readonly top: number;
  private letters = 0;

  constructor(
    files: readonly WorkspaceText[],
    private readonly python: PythonParser,
  ) {
    this.top = commonFolder(files.map(({ path }) => path)).length;
    files.forEach((file) => this.replace(file));
  }

  /** Takes a file as it is now. */
  replace({ path, text }: WorkspaceText): void {
    if (text.length > LONGEST || isTestFile(path.slice(this.top))) return;
    this.letters += text.length - (this.texts.get(path)?.length ?? 0);
    if (this.letters > LONGEST_OF_ALL) return;
    this.texts.set(path, text);
    this.trees.delete(path);
    for (const word of new Set(text.match(/[A-Za-z_]\w*/g))) this.places.set(word, (this.places.get(word) ?? new Set()).add(path));
  }

  /** The files with a word, but for one; null where it is in so many that they are not looked through, or the workspace is so large. */
  filesWith(word: string, besides: string): ReturnType<Mentions> {
    const places = [...(this.places.get(word) ?? [])].filter((path) => path !== besides);
    return places.length > MOST_FILES || this.letters > LONGEST_OF_ALL ? null : places.map((path) => this.treeOf(path));
  }

  private treeOf(path: string): Mention {
    const known = this.trees.get(path);
    if (known) return known;
    const parsed = this.python.parse(this.texts.get(path) ?? '');
    parsed.dispose();
    const made = { path, module: parsed.module };
    this.trees.set(path, made);
    return made;
  }
}

/** Where all paths begin alike, up to the end of a folder. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  const alike = others.reduce((end, path) => {
    let at = 0;
    while (at < end && path[at] === first[at]) at++;
    return at;
  }, first.length);
  return first.slice(0, first.lastIndexOf('/', alike - 1) + 1);
}

function isTestFile(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return isTestModule(path) || folders.some((folder) => /^(tests?|testing)$/.test(folder));
}

/** How many folders above a file may be the root of its imports. */
const DEEPEST = 8;

/**
 * The files that a name in an import may mean, best first, as paths with slashes: a relative name (`.losses`) lies in its own
 * package; an absolute one in a folder above the importing file, up to the root of the workspace where there is one, or in the
 * sources of such a folder (`src/`), or in what programs there add to Python's path (`lib/`, `utils/`); or it begins with the name of
 * such a folder, as that of a repository that is a package.
 */
export function* modulePlaces(dotted: string, folder: string, root?: string): Generator<string> {
  const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
  const parts = dotted.split('.').filter((part) => part !== '');
  const above = foldersAbove(folder, root);
  if (dots > 0) return yield* filesOf([foldersAbove(folder)[dots - 1] ?? '', ...parts]);
  const [first = '', ...rest] = parts;
  for (const one of above) yield* filesOf([one, ...parts]);
  for (const source of SOURCES) for (const one of above) yield* filesOf([one, source, ...parts]);
  for (const one of above) if (isNamed(one, first)) yield* filesOf([one, ...rest]);
}

/** Folders in which modules lie that are imported by their bare names. */
const SOURCES: readonly string[] = ['src', 'lib', 'utils'];

/** `a.b` is `a/b.py`, else the package `a/b/__init__.py`. */
function filesOf(parts: readonly string[]): string[] {
  const place = parts.join('/');
  return parts.length > 1 ? [`${place}.py`, `${place}/__init__.py`] : [`${place}/__init__.py`];
}

/** A folder and those above it, up to the root. */
function foldersAbove(folder: string, root?: string): string[] {
  let last = unslashed(folder);
  const [above, top] = [[last], root === undefined ? undefined : unslashed(root)];
  while (above.length < DEEPEST && last !== top && last.includes('/')) {
    last = last.slice(0, last.lastIndexOf('/'));
    above.push(last);
  }
  return above;
}

function unslashed(folder: string): string {
  return folder.replace(/\/+$/, '');
}

/** Whether a folder bears a package's name, alone or as that of a copy of its repository: `deeplab2`, `deeplab2-main`, `owner+deeplab2`. */
function isNamed(folder: string, name: string): boolean {
  const words = folder.slice(folder.lastIndexOf('/') + 1).split(/[^A-Za-z0-9_]+/);
  return words.includes(name);
}

import { FRAMEWORKS, frameworkOf } from '../../frameworks/index';
import type { Framework } from '../../frameworks/framework';
import type { PyModule, PyNode } from '../../syntax/python/node';
import { handedFramework } from '../modules/handed-library';
import { importedModules, importedPlaces } from '../modules/imports';
import type { Resolve } from '../modules/workspace';
import type { Candidate } from './candidate';

/** Files are followed so far, and so many of them, to learn what library a file without one works with. */
const DEEPEST = 3;
const MOST_FILES = 12;

/** `from helpers import *` may bring any name. */
const WILDCARD = /^from\s+[\w.]+\s+import\s+\*/m;

/** A file of the workspace: its tree, its path (null for the file under analysis) and its dotted name. */
interface File {
  readonly root: PyNode;
  readonly path: string | null;
  readonly dotted: string;
}

/** What a file says of the libraries that its losses use. */
export interface FileLibraries {
  readonly module: PyModule;
  readonly text: string;
  /** Modules that it imports, or that its customary names stand for. */
  readonly imports: readonly string[];
  readonly resolve: Resolve | undefined;
}

/** The library whose names the definition itself uses, else the first that the file imports, else the one that the files use which it imports. */
export function frameworkFor(candidate: Candidate, { module, text, imports, resolve }: FileLibraries): Framework {
  const source = candidate.owner?.text ?? candidate.node.text;
  const marks: readonly (readonly [RegExp, Framework])[] = [
    [/(?<![\w.])(torch|th|F|nn)\.\w/, FRAMEWORKS.torch],
    [/(?<![\w.])(tf|K|keras|ops|tensorflow)\.\w/, FRAMEWORKS.tensorflow],
    [/(?<![\w.])(jnp|jax|optax|lax)\.\w/, FRAMEWORKS.jax],
  ];
  const anything = WILDCARD.test(text);
  const present = marks.filter(
    ([pattern, framework]) =>
      pattern.test(source) && (anything || imports.some((name) => framework.modules.includes(name.split('.', 1)[0] ?? name))),
  );
  if (present.length === 1 && present[0]) return present[0][1];
  const onlyNumpy = present.length === 0 && /\b(np|numpy)\.\w/.test(source) && !/nn\.Module|keras/.test(source);
  const own = onlyNumpy && imports.some((name) => name.startsWith('numpy')) ? FRAMEWORKS.numpy : frameworkOf(imports);
  if (own !== FRAMEWORKS.python && own !== FRAMEWORKS.numpy) return own;
  return (
    handedFramework(onlyNumpy ? source : text) ??
    (own === FRAMEWORKS.python && resolve ? frameworkBehind(module.root, resolve) : null) ??
    own
  );
}

/** The one library that the files of the workspace use which a file imports; null where they use several or none. */
function frameworkBehind(root: PyNode, resolve: Resolve): Framework | null {
  const seen = new Set<PyNode>([root]);
  let front: readonly File[] = [{ root, path: null, dotted: '' }];
  for (let depth = 0; depth < DEEPEST && front.length > 0 && seen.size <= MOST_FILES; depth++) {
    front = front.flatMap((file) => importedPlaces(file.root, file).flatMap((dotted) => fileNamed(resolve, dotted, seen)));
    const found = new Set(front.flatMap((file) => librariesOf(file.root)));
    if (found.size > 0) return found.size === 1 ? ([...found][0] ?? null) : null;
  }
  return null;
}

/** A file of the workspace by its dotted name, unless it was seen before. */
function fileNamed(resolve: Resolve, dotted: string, seen: Set<PyNode>): File[] {
  const found = resolve(dotted);
  if (!found || seen.has(found.module.root)) return [];
  seen.add(found.module.root);
  return [{ root: found.module.root, path: found.path, dotted }];
}

/** The libraries that a file imports, or is handed; NumPy only where it is alone. */
function librariesOf(root: PyNode): readonly Framework[] {
  const imports = importedModules(root);
  const found = [...new Set(imports.map((name) => frameworkOf([name])))].filter((one) => one !== FRAMEWORKS.python);
  const others = found.filter((one) => one !== FRAMEWORKS.numpy);
  const handed = others.length === 0 ? handedFramework(root.text) : null;
  return handed ? [handed] : others.length > 0 ? others : found;
}

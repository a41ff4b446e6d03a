import type { CallableClass, ElementType, Framework, Spelling } from './framework';
import { JAX } from './jax/jax';
import { LOSS } from './loss/loss';
import { NUMPY } from './numpy/numpy';
import { PYTHON } from './python/python';
import { TENSORFLOW } from './tensorflow/tensorflow';
import { TORCH } from './torch/torch';

/** All libraries by id. */
export const FRAMEWORKS: Readonly<Record<Framework['id'], Framework>> = {
  torch: TORCH,
  jax: JAX,
  tensorflow: TENSORFLOW,
  numpy: NUMPY,
  python: PYTHON,
  loss: LOSS,
};

/** In the order in which an import decides what a file uses: a file with torch and numpy is a torch file. */
const ALL: readonly Framework[] = [TORCH, TENSORFLOW, JAX, NUMPY, PYTHON];

/** What a name stands for by convention where nothing binds it: a snippet of a note leaves its imports out. */
export const CONVENTIONAL_NAMES: Readonly<Record<string, string>> = {
  np: 'numpy',
  numpy: 'numpy',
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  jax: 'jax',
  jnp: 'jax.numpy',
  optax: 'optax',
  tf: 'tensorflow',
  keras: 'keras',
  K: 'keras.backend',
  math: 'math',
};

/**
 * The canonical dotted name of a library's function, class or constant: module aliases and old names are followed, the
 * longest prefix first; one that ends in a dot speaks of what is inside of a module. A name that no library knows comes back
 * as it is.
 */
export function canonicalName(name: string): string {
  const known = followed.get(name);
  if (known !== undefined) return known;
  const canonical = followedToTheEnd(name);
  if (followed.size >= MOST_NAMES) followed.clear();
  followed.set(name, canonical);
  return canonical;
}

/** Canonical names that were asked for: the same few come again and again. */
const followed = new Map<string, string>();

/** So many are remembered before all are forgotten. */
const MOST_NAMES = 4096;

function followedToTheEnd(name: string): string {
  let current = name;
  for (let step = 0; step < 8; step++) {
    if (KNOWN.has(current)) return current;
    const next = aliased(current);
    if (next === null) return current;
    current = next;
  }
  return current;
}

/** Names that some library's tables hold. */
const KNOWN: ReadonlySet<string> = new Set(
  ALL.flatMap((f) => [f.functions, f.classes, f.constants, f.dtypes].flatMap((table) => Object.keys(table))),
);

/** Other names, of the first library that has them. */
const ALIASES: ReadonlyMap<string, string> = new Map([...ALL].reverse().flatMap((f) => Object.entries(f.aliases)));

function aliased(name: string): string | null {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const inside = end < name.length ? ALIASES.get(name.slice(0, end + 1)) : undefined;
    if (inside) return inside + name.slice(end + 1);
    const target = ALIASES.get(name.slice(0, end));
    if (target) return target + name.slice(end);
  }
  return null;
}

/** What the first library that has a name says of it. */
function byName<T>(tableOf: (framework: Framework) => Readonly<Record<string, T>>): ReadonlyMap<string, readonly [Framework, T]> {
  return new Map([...ALL].reverse().flatMap((f) => Object.entries(tableOf(f)).map(([name, value]) => [name, [f, value]] as const)));
}

const FUNCTIONS = byName((framework) => framework.functions);
const CLASSES = byName((framework) => framework.classes);
const CONSTANTS = byName((framework) => framework.constants);
const DTYPES = byName((framework) => framework.dtypes);

/** How a function is spelled, by its canonical or aliased dotted name, and the library it belongs to. */
export function functionNamed(name: string): { readonly framework: Framework; readonly spelling: Spelling } | null {
  const [framework, spelling] = FUNCTIONS.get(canonicalName(name)) ?? [];
  return framework && spelling ? { framework, spelling } : null;
}

/** A class of losses or layers by its dotted name. */
export function classNamed(name: string): { readonly framework: Framework; readonly callable: CallableClass } | null {
  const [framework, callable] = CLASSES.get(canonicalName(name)) ?? [];
  return framework && callable ? { framework, callable } : null;
}

/** A library's number by dotted name: `numpy.pi`. */
export function constantNamed(name: string): number | null {
  return CONSTANTS.get(canonicalName(name))?.[1] ?? null;
}

/** What a dtype name (`torch.float32`, `"float32"`) stands for. */
export function elementTypeNamed(name: string): ElementType | null {
  return DTYPES.get(canonicalName(name))?.[1] ?? null;
}

/** Whether a class with this base is a loss or a module of the library. */
export function isModuleBase(name: string): boolean {
  const canonical = canonicalName(name);
  return ALL.some((framework) => framework.bases.includes(canonical));
}

/** The library that a file with these top-level imports uses: the first of torch, TensorFlow, JAX, NumPy; else plain Python. */
export function frameworkOf(modules: readonly string[]): Framework {
  const tops = new Set(modules.map((module) => module.split('.')[0] ?? ''));
  return ALL.find((framework) => framework.modules.some((module) => tops.has(module))) ?? PYTHON;
}

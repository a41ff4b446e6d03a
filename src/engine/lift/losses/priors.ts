import type { ParsedDeclarations } from '../declarations';
import { roleOfName } from '../roles/names';
import type { OptionValue } from '../state/trace';
import type { Prior } from '../shapes/loss-plan';
import type { SignatureParameter } from './signature';

/** What parameters turned out to be in readings before. */
export interface Discovered {
  /** Parameters taken to be lists. */
  readonly lists: ReadonlySet<string>;
  /** Parameters taken to be arrays although their names say numbers. */
  readonly arrays: ReadonlySet<string>;
  /** Parameters taken to be single numbers although their names say arrays. */
  readonly numbers: ReadonlySet<string>;
  /** Parameters taken to be known integers. */
  readonly counts: ReadonlyMap<string, number>;
  /** Those among them that the code itself compares with what they must be. */
  readonly exact: ReadonlySet<string>;
  /** How many elements lists must have. */
  readonly lengths: ReadonlyMap<string, number>;
  /** Parameters taken to be the same object as another one. */
  readonly twins: ReadonlyMap<string, string>;
  /** Parameters taken to be given although they are None by default. */
  readonly present: ReadonlySet<string>;
  /** Parameters taken to be None. */
  readonly absent: ReadonlySet<string>;
  /** Options that decide otherwise than the code asks first. */
  readonly options: ReadonlyMap<string, OptionValue>;
  /** Whether selections that meet whole tensors are taken to be whole. */
  readonly whole?: boolean;
}

/** Nothing was discovered yet. */
export const NOTHING: Discovered = {
  lists: new Set(),
  arrays: new Set(),
  numbers: new Set(),
  counts: new Map(),
  exact: new Set(),
  lengths: new Map(),
  twins: new Map(),
  present: new Set(),
  absent: new Set(),
  options: new Map(),
};

/** A text that two discoveries share exactly where they say the same. */
export function keyOf(discovered: Discovered): string {
  const known = keys.get(discovered);
  if (known !== undefined) return known;
  const key = JSON.stringify(Object.entries(discovered).map(([name, value]) => [name, typeof value === 'boolean' ? value : [...value]]));
  keys.set(discovered, key);
  return key;
}

const keys = new WeakMap<Discovered, string>();

/** What names, annotations, declarations and discoveries say before anything runs. */
export function priorsOf(
  signature: readonly SignatureParameter[],
  declarations: ParsedDeclarations,
  { lists, arrays, numbers }: Discovered,
): (path: string) => Prior {
  const declared = new Map(declarations.roles.map(({ name, role }) => [name, role]));
  const byPath = new Map(signature.map((parameter) => [parameter.path, parameter]));
  return (path) => {
    const root = byPath.get(path) ?? byPath.get(path.split(/[.[]/, 1)[0] ?? path);
    const annotation = byPath.get(path)?.annotation ?? '';
    const named = roleOfName(path);
    const role = declared.get(path) ?? named?.role ?? null;
    const number = NUMBER.test(annotation);
    const tensor = /Tensor|ndarray|Array/.test(annotation);
    const made = root !== undefined && !isOutput(path) && isConfiguration(root);
    const kept = (CONFIGURATION.test(path) && !OF_TENSORS.test(root?.annotation ?? '')) || PENALTY.test(path);
    const scalar = kept || number || (!tensor && (declared.has(path) ? role === 'hyperparameter' : (named?.scalar ?? false) || made));
    return {
      role,
      scalar: numbers.has(path) || (scalar && !lists.has(path) && !arrays.has(path)),
      list: lists.has(path) || LISTS.test(path) || /^(Optional\[)?(List|Sequence|Tuple|list|tuple|Iterable)\b/.test(annotation),
    };
  };
}

/** Whether a path is what a model returns, or a part of it: data, whoever made the model. */
function isOutput(path: string): boolean {
  return path.includes('(');
}

/** What hangs on an object of settings is one of them. */
const CONFIGURATION = /^(self\.)?_?(opts?|args|cfg|config|conf|hparams|hps|hyp|settings|flags)(\.|\[")\w/i;

/** A dict of tensors is none of settings, whatever its name. */
const OF_TENSORS = /^(Optional\[)?(Dict|dict|Mapping)\[[^,]*, *(torch\.)?Tensor\b/;

/** What holds several tensors by its name: the variables of a model, and the penalties that its layers add. */
const LISTS = /_(tuple|list)$|\.(trainable_variables|trainable_weights|variables|losses)$/i;

/** A penalty of a layer is one number. */
const PENALTY = /\.losses\[\d+\]$/;

const NUMBER = /^(Optional\[)?(float|int|bool|Number|str)\b/;

/** Whether a parameter is one of a constructor; of a function around a nested one, unless its name says that it is data and no number. */
export function isConfiguration({ from, enclosing, path, annotation }: SignatureParameter): boolean {
  const role = enclosing && !NUMBER.test(annotation) ? roleOfName(path)?.role : undefined;
  return from === 'constructor' && role !== 'target' && role !== 'prediction';
}

/** Whether the annotation of a parameter says that it is a single number and nothing else. */
export function isPlainNumber({ annotation }: SignatureParameter): boolean {
  return PLAIN_NUMBER.test(annotation);
}

const PLAIN_NUMBER = /^(Optional\[|Union\[)?(float|int)(\s*(,|\|)\s*(float|int|None))*\]?$/;

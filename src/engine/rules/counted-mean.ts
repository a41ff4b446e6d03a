import type { Expression } from '../ir/expression';
import type { FrameworkId } from '../ir/loss';
import { elementsOf, type View } from './view';

/** A mean that a library takes over what a mask or the ignored class leaves, as a sum over a count of at least 1; null for other text. */
export function countedMean(text: string, framework: FrameworkId): string | null {
  const spelling = SPELLINGS[framework];
  const averaged = spelling && averagedIn(text);
  if (!averaged) return framework === 'torch' ? ofLabels(text) : null;
  const { array, call } = averaged;
  const masks = new Set([...array.matchAll(/\[([^[\]]*)\]/g)].map(([, index = '']) => index.trim()));
  const [mask = ''] = masks;
  if (masks.size === 1 && !/^-?\d+$|[:,]/.test(mask)) return spelling.overMask(call, array, mask);
  return masks.size === 0 && /^[\w.]+$/.test(array) ? spelling.overSize(call, array) : null;
}

/** How a library adds up an array and divides by how many elements a mask takes, or the array has. */
interface Spelling {
  readonly overMask: (call: string | null, array: string, mask: string) => string;
  readonly overSize: (call: string | null, array: string) => string;
}

const inParentheses = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);
const summed = (call: string | null, array: string): string =>
  call === null ? `${array}.sum()` : `${call.replace(/mean$/, 'sum')}(${array})`;

const SPELLINGS: Readonly<Partial<Record<FrameworkId, Spelling>>> = {
  torch: {
    overMask: (call, array, mask) => `(${summed(call, array)} / ${inParentheses(mask)}.sum().clamp(min=1))`,
    overSize: (call, array) => `(${summed(call, array)} / max(${array}.numel(), 1))`,
  },
  numpy: {
    overMask: (call, array, mask) => `(${summed(call, array)} / max(${inParentheses(mask)}.sum(), 1))`,
    overSize: (call, array) => `(${summed(call, array)} / max(${array}.size, 1))`,
  },
  jax: {
    overMask: (call, array, mask) => `(${summed(call, array)} / ${inParentheses(mask)}.sum().clip(1))`,
    overSize: (call, array) => `(${summed(call, array)} / max(${array}.size, 1))`,
  },
  tensorflow: {
    overMask: (call, array, mask) => divided(summed(call, array), `${modulePrefix(call)}math.count_nonzero(${mask})`, call),
    overSize: (call, array) => divided(summed(call, array), `${modulePrefix(call)}size(${array})`, call),
  },
};

/** TensorFlow divides by what it counts only in the type of the total. */
function divided(total: string, count: string, call: string | null): string {
  const tf = modulePrefix(call);
  return `${tf}math.divide_no_nan(${total}, ${tf}cast(${count}, ${total}.dtype))`;
}

/** `tf.` of `tf.reduce_mean` and of `tf.math.reduce_mean`. */
function modulePrefix(call: string | null): string {
  return /^\w+\./.exec(call ?? '')?.[0] ?? 'tf.';
}

/** What is averaged as a whole: `x` of `x.mean()`, with no function called, and of `np.mean(x)`; null for other text. */
function averagedIn(text: string): { readonly array: string; readonly call: string | null } | null {
  const method = /^([^]+)\.mean\(\)$/.exec(text)?.[1];
  if (method !== undefined && isWhole(method)) return { array: method, call: null };
  const [, call, given = ''] = /^([\w.]*\b(?:reduce_)?mean)\(([^]+)\)$/.exec(text) ?? [];
  return call !== undefined && isOneArgument(given) ? { array: given.trim(), call } : null;
}

/** Whether a text is a name, an element of one, or one pair of parentheses, so that a method applies to all of it. */
function isWhole(text: string): boolean {
  return (
    /^[\w.]+(\[[^[\]]*\])?$/.test(text) ||
    (/^\(.*\)(\[[^[\]]*\])?$/s.test(text) &&
      depthsOf(text.replace(/\[[^[\]]*\]$/, ''))
        .slice(1, -1)
        .every((depth) => depth > 0))
  );
}

/** Whether a text holds no comma between arguments. */
function isOneArgument(text: string): boolean {
  const depths = depthsOf(text);
  return depths.every((depth, i) => depth >= 0 && !(depth === 0 && text[i] === ','));
}

/** How many brackets are open after each character. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return [...text].map((character) => (depth += '([{'.includes(character) ? 1 : ')]}'.includes(character) ? -1 : 0));
}

/** `F.cross_entropy(z, y, ignore_index=k)` without weights: each element counts once. */
function ofLabels(text: string): string | null {
  const [, call, given = ''] = /^([\w.]*\b(?:cross_entropy|nll_loss))\((.*)\)$/s.exec(text) ?? [];
  if (call === undefined || /\b(weight|reduction|reduce|size_average|label_smoothing)\s*=|\*/.test(given)) return null;
  const [, labels, ignored] = /^[\w.]+,\s*(?:target\s*=\s*)?([\w.]+),\s*ignore_index\s*=\s*(-?[\w.]+)\s*,?\s*$/.exec(given) ?? [];
  if (labels === undefined || ignored === undefined) return null;
  return `(${call}(${given.replace(/\s*,?\s*$/, '')}, reduction='sum') / (${labels} != ${ignored}).sum().clamp(min=1))`;
}

/** Whether a quotient is the mean over a selection that the source takes in one call: what is added up has another shape there. */
export function isSelectionMean(node: Expression, view: View): boolean {
  const [total] = node.op === 'divide' ? node.args : [];
  const summed = total && elementsOf(total);
  const chosen = summed?.op === 'sum' && summed.args[0] ? elementsOf(summed.args[0]) : undefined;
  if (chosen?.op !== 'where') return false;
  const [own, its] = [view.placeOf(node), view.placeOf(chosen)];
  return own.start === its.start && own.end === its.end && own.source === its.source;
}

import { between, FILLED_MASK, joined, mapped, UNIT_ROWS, type Given } from './given';

/** What a call of a library is given: by place, by keyword, and the text of each. */
export interface Passed {
  /** What is known of the argument of this place, what a method is called of being the first. */
  at(place: number): Given | null;
  /** What is known of the argument of this keyword, or of this place; undefined where it is not given. */
  named(keyword: string, place: number): Given | null | undefined;
}

type Rule = (passed: Passed) => Given | null;

const FREE = between(-Infinity, Infinity);
const SIGNED = between(-1, 1);

/** So many values a softmax is taken of at most: none of them is smaller than the smallest over this. */
const MOST_CLASSES = 2 ** 20;

const growing =
  (f: (value: number) => number): Rule =>
  ({ at }) =>
    mapped(at(0) ?? FREE, f);

const always =
  (given: Given): Rule =>
  () =>
    given;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));

const magnitude: Rule = ({ at }) => {
  const x = at(0);
  if (!x) return between(0, Infinity);
  const high = Math.max(Math.abs(x.low), Math.abs(x.high));
  return between(x.low > 0 ? x.low : x.high < 0 ? -x.high : 0, high);
};

const softmax: Rule = ({ at }) => {
  const x = at(0);
  return between(x ? Math.exp(x.low - x.high) / MOST_CLASSES : 0, 1);
};

const larger = (a: Given, b: Given): Given => between(Math.max(a.low, b.low), Math.max(a.high, b.high));

const smaller = (a: Given, b: Given): Given => between(Math.min(a.low, b.low), Math.min(a.high, b.high));

const clipped =
  (lowest: readonly string[], highest: readonly string[]): Rule =>
  ({ at, named }) => {
    const x = at(0) ?? FREE;
    const bound = (words: readonly string[], place: number): Given | null | undefined =>
      words.map((word) => named(word, place)).find((one) => one !== undefined);
    const low = lowest.length > 0 ? bound(lowest, 1) : undefined;
    const high = highest.length > 0 ? bound(highest, lowest.length > 0 ? 2 : 1) : undefined;
    const raised = low ? larger(x, low) : low === null ? between(x.low, Infinity) : x;
    return high ? smaller(raised, high) : high === null ? between(-Infinity, raised.high) : raised;
  };

const ofTwo =
  (choose: (a: Given, b: Given) => Given): Rule =>
  ({ at }) =>
    choose(at(0) ?? FREE, at(1) ?? FREE);

/** A total has the sign of what it adds up. */
const total: Rule = ({ at }) => {
  const x = at(0);
  return x ? between(x.low >= 0 ? 0 : -Infinity, x.high <= 0 ? 0 : Infinity) : null;
};

const matched: Rule = ({ at }) => (at(0)?.unit && at(1)?.unit ? SIGNED : null);

const handedOn: Rule = ({ at }) => at(0);

/** Some of the elements, in the rows that they were in. */
const parts: Rule = ({ at }) => {
  const x = at(0);
  return x && { ...x, filled: false };
};

/** The same elements in other rows. */
const rearranged: Rule = ({ at }) => {
  const x = at(0);
  return x && between(x.low, x.high);
};

/** Of all elements, along an axis, or of two tensors: which of these a second argument tells is not known. */
const extreme =
  (choose: (a: Given, b: Given) => Given): Rule =>
  ({ at, named }) => {
    const [x, other] = [at(0), named('other', 1)];
    return other === undefined ? x : joined([x, choose(x ?? FREE, other ?? FREE)], (one) => one);
  };

/** By the last part of their names, an underscore at the end left out. */
const RULES: Readonly<Record<string, Rule>> = {
  sigmoid: growing(sigmoid),
  expit: growing(sigmoid),
  hardsigmoid: always(between(0, 1)),
  hard_sigmoid: always(between(0, 1)),
  logsigmoid: growing((x) => -softplus(-x)),
  log_sigmoid: growing((x) => -softplus(-x)),
  softmax,
  softmin: softmax,
  log_softmax: always(between(-Infinity, 0)),
  tanh: growing(Math.tanh),
  sin: always(SIGNED),
  cos: always(SIGNED),
  sign: always(SIGNED),
  cosine_similarity: always(SIGNED),
  relu: growing((x) => Math.max(0, x)),
  relu6: growing((x) => Math.min(6, Math.max(0, x))),
  softplus: growing(softplus),
  exp: growing(Math.exp),
  log: ({ at }) => ((at(0)?.low ?? -1) >= 0 ? mapped(at(0) as Given, Math.log) : null),
  sqrt: ({ at }) => mapped(at(0) ?? between(0, Infinity), (x) => Math.sqrt(Math.max(0, x))),
  square: (passed) => mapped(magnitude(passed) as Given, (x) => x * x),
  abs: magnitude,
  absolute: magnitude,
  norm: always(between(0, Infinity)),
  var: always(between(0, Infinity)),
  std: always(between(0, Infinity)),
  normalize: always(UNIT_ROWS),
  l2_normalize: always(UNIT_ROWS),
  clamp: clipped(['min', 'min_value'], ['max', 'max_value']),
  clip: clipped(['min', 'a_min'], ['max', 'a_max']),
  clip_by_value: clipped(['clip_value_min'], ['clip_value_max']),
  clamp_min: clipped(['min'], []),
  clamp_max: clipped([], ['max']),
  max: extreme(larger),
  min: extreme(smaller),
  maximum: ofTwo(larger),
  minimum: ofTwo(smaller),
  one_hot: always(FILLED_MASK),
  to_categorical: always(FILLED_MASK),
  ones: always(between(1, 1)),
  ones_like: always(between(1, 1)),
  zeros: always(between(0, 0)),
  zeros_like: always(between(0, 0)),
  sum: total,
  reduce_sum: total,
  matmul: matched,
  mm: matched,
  bmm: matched,
  einsum: ({ at }) => (at(1)?.unit && at(2)?.unit ? SIGNED : null),
  dot: matched,
  ...Object.fromEntries(
    [
      [
        'detach',
        'stop_gradient',
        'float',
        'double',
        'half',
        'to',
        'cpu',
        'cuda',
        'clone',
        'contiguous',
        'type_as',
        'cast',
        'astype',
        'numpy',
      ],
      ['transpose', 't', 'squeeze', 'unsqueeze', 'expand', 'expand_dims'],
      ['gather', 'index_select', 'take', 'amax', 'amin', 'mean', 'reduce_mean', 'reduce_max', 'reduce_min', 'mean_all'],
      ['median', 'flip', 'roll', 'sort', 'topk', 'asarray', 'array', 'tensor', 'convert_to_tensor', 'identity'],
    ]
      .flat()
      .map((name) => [name, handedOn]),
  ),
  ...Object.fromEntries(['split', 'chunk', 'unbind', 'narrow', 'masked_select', 'boolean_mask'].map((name) => [name, parts])),
  ...Object.fromEntries(['view', 'reshape', 'flatten', 'permute', 'repeat', 'tile'].map((name) => [name, rearranged])),
};

/** Functions that make the mask of what a sequence of a given length holds. */
export const LENGTH_MASK =
  /(^|_)(sequence_mask|len(gth)?s?_(to_)?(padding_)?mask|mask_from_len(gth)?s?|make_non_pad_mask|generate_path_mask)$/i;

/** What is known of a call of a library's function or of a tensor's method, by its name; undefined where the name is not known. */
export function ofKnownFunction(name: string, passed: Passed): Given | null | undefined {
  return RULES[name.replace(/_$/, '')]?.(passed);
}

/** Functions of which the second result is no value but a place. */
export const RETURNS_PLACES: ReadonlySet<string> = new Set(['max', 'min', 'sort', 'topk', 'median']);

/** Layers that are made once and called: what is known of what each returns, by its class. */
export const LAYERS: Readonly<Record<string, string>> = {
  Sigmoid: 'sigmoid',
  Softmax: 'softmax',
  Softplus: 'softplus',
  ReLU: 'relu',
  Tanh: 'tanh',
  LogSoftmax: 'log_softmax',
  LogSigmoid: 'logsigmoid',
  CosineSimilarity: 'cosine_similarity',
};

import type { Kind, Shape } from '../../numerics/signature';

/** One guess at the sizes of a loss's tensors, by what they are for. */
export interface Hypothesis {
  readonly because: string;
  readonly prediction: Shape;
  readonly target: Shape;
  readonly targetKind: Kind;
  readonly weight: Shape;
  readonly other: Shape;
}

/** Number of classes in every hypothesis with a class axis. */
export const CLASSES = 3;

/** The sizes of a shape differ, so that nothing broadcasts by chance. */
const VECTOR: Shape = [4];
const MATRIX: Shape = [2, CLASSES];
const CUBE: Shape = [2, CLASSES, 4];
const IMAGE: Shape = [2, CLASSES, 4, 5];
const VOLUME: Shape = [2, CLASSES, 4, 5, 6];
const SQUARE: Shape = [3, 3];

function alike(shape: Shape, words: string, weight: Shape = shape): Hypothesis {
  return { because: words, prediction: shape, target: shape, targetKind: 'float', weight, other: shape };
}

function classes(prediction: Shape, target: Shape, words: string, weight: Shape = target): Hypothesis {
  return { because: words, prediction, target, targetKind: 'int', weight, other: prediction };
}

/** One axis. */
export const VECTORS = alike(VECTOR, 'all tensors alike: one axis');
const MATRICES = alike(MATRIX, 'all tensors alike: rows and columns');

const ALIKE: readonly Hypothesis[] = [
  VECTORS,
  MATRICES,
  alike(IMAGE, 'all tensors alike: batch, channels, height, width'),
  alike(CUBE, 'all tensors alike: batch and two more axes'),
  alike(VOLUME, 'all tensors alike: batch, channels and three axes of space'),
];

const INDEXED: readonly Hypothesis[] = [
  classes(MATRIX, [2], 'a row of class scores for each class index'),
  classes(IMAGE, [2, 4, 5], 'a map of class scores for each map of class indices'),
  classes(CUBE, [2, CLASSES], 'rows of class scores for rows of class indices'),
  classes([2, 4, CLASSES], [2, 4], 'rows of class scores for rows of class indices'),
  classes(MATRIX, [2], 'a row of class scores for each class index, a weight for each class', [CLASSES]),
];

const MIXED: readonly Hypothesis[] = [
  alike(MATRIX, 'all tensors alike, a weight for each row', [2]),
  alike(MATRIX, 'all tensors alike, a weight for each column', [CLASSES]),
  { because: 'rows with one label each', prediction: MATRIX, target: [2], targetKind: 'float', weight: [2], other: MATRIX },
  classes(MATRIX, [2, 1], 'a row of class scores for each column of class indices'),
  classes(IMAGE, [2, 1, 4, 5], 'a map of class scores for each map of class indices with a channel'),
  alike(IMAGE, 'all tensors alike, a weight for each place', [2, 1, 4, 5]),
  alike(IMAGE, 'all tensors alike, a weight for each place', [2, 4, 5]),
  classes([4, CLASSES], [4], 'rows with one class index each'),
  alike(SQUARE, 'all tensors alike: a square matrix'),
  {
    because: 'images of one channel',
    prediction: [2, 1, 4, 5],
    target: [2, 1, 4, 5],
    targetKind: 'float',
    weight: [2, 1, 4, 5],
    other: [2, 1, 4, 5],
  },
  {
    because: 'images of three channels',
    prediction: [2, 3, 8, 8],
    target: [2, 3, 8, 8],
    targetKind: 'float',
    weight: [2, 3, 8, 8],
    other: [2, 3, 8, 8],
  },
  alike([4, 4], 'all tensors alike: boxes of four coordinates'),
  alike([2, 2, 6, 7], 'fields of two components over two axes of space'),
  alike([2, 1, 12, 12], 'images large enough for a window'),
  alike([2, 1, 4, 5, 6], 'volumes of one channel'),
  alike([2, 4, 5, 2], 'images of two channels, which come last'),
  alike(CUBE, 'all tensors alike, a weight for each row', [2, CLASSES]),
  alike([1, CLASSES, 4, 5], 'all tensors alike: images, a batch of one'),
  classes(VOLUME, [2, 4, 5, 6], 'a volume of class scores for each volume of class indices'),
  alike([], 'all numbers'),
  classes(VECTOR, VECTOR, 'one axis, positions in the target'),
];

const PARTED: readonly Hypothesis[] = [parted(2), parted(1)];

/** Twice as many numbers predicted as there are in the target. */
function parted(width: number): Hypothesis {
  const [prediction, target]: [Shape, Shape] = [
    [2, 2 * width],
    [2, width],
  ];
  return {
    because: 'two numbers predicted for each of the target',
    prediction,
    target,
    targetKind: 'float',
    weight: target,
    other: prediction,
  };
}

/** Guesses where the parameters of a module, or the code itself, say how wide a row is. */
export function rowsOf(width: number): readonly Hypothesis[] {
  const rows: Shape = [2, width];
  return [
    classes(rows, [2], 'rows as wide as the code wants them, with a class index each'),
    alike(rows, 'all tensors alike: rows as wide as the code wants them'),
    alike([2, 3, width], 'all tensors alike: rows as wide as the code wants them'),
  ];
}

/** Sizes for windows, pyramids of images, and transforms of signals. */
const LARGE = [24, 48, 96, 176];

/** Wider images come one at a time. */
const WIDE = 48;
const LONG = [64, 300, 600, 1200];

/** Guesses where windows do not fit into the usual sizes, smallest first. */
export function larger(): readonly Hypothesis[] {
  const images = [1, 3].flatMap((channels) =>
    LARGE.map((size) => alike([size > WIDE ? 1 : 2, channels, size, size], 'images large enough for the windows')),
  );
  const maps = [12, 48].map((size) =>
    classes([2, CLASSES, size, size], [2, size, size], 'maps of class scores large enough for the windows'),
  );
  const signals = [[], [1], [2]].flatMap((channels) =>
    LONG.map((size) => alike([2, ...channels, size], 'signals long enough for the windows')),
  );
  const others = [
    alike([24, 24], 'matrices large enough for the windows'),
    alike([2, 1, 12, 12, 12], 'volumes large enough for the windows'),
  ];
  return [...images, ...maps, ...signals, ...others];
}

/** Guesses in the order in which they are tried; what the code says of axes and classes decides what comes first. */
export function hypotheses(source: string): readonly Hypothesis[] {
  if (/\b(trace|s?l?o?g?det|inv|inverse|cholesky|eigh|eigvalsh)\(/.test(source))
    return [alike(SQUARE, 'all tensors alike: a square matrix'), ...ALIKE, ...INDEXED, ...MIXED];
  if (BOXES.test(source))
    return [...MIXED.filter((one) => one.because.includes('boxes')), ...ALIKE.slice(1), ...ALIKE.slice(0, 1), ...INDEXED, ...MIXED];
  if (INDEXING.test(source)) return [...INDEXED, ...ALIKE, ...MIXED];
  if (/einsum\(\s*['"]b?[nb]?[ck]?[hw]{2}|(?:dim|axis)=[([]\s*2\s*,\s*3|interpolate\(|conv2d\(|avg_pool2d\(/.test(source))
    return [ALIKE[2] as Hypothesis, ...ALIKE, ...INDEXED, ...MIXED];
  if (PARTS.test(source)) return [...ALIKE, ...PARTED, ...INDEXED, ...MIXED];
  if (PRODUCT.test(source))
    return [MATRICES, alike(SQUARE, 'all tensors alike: a square matrix'), VECTORS, ...ALIKE.slice(2), ...INDEXED, ...MIXED];
  if (AXIS.test(source)) return [MATRICES, VECTORS, ...ALIKE.slice(2), ...INDEXED, ...MIXED];
  return [...ALIKE, ...INDEXED, ...MIXED];
}

const INDEXING =
  /\b(F|functional)\.cross_entropy\(|cross_?entropy\((?!.*label)|(?<!class \w*)CrossEntropyLoss|nll_loss|NLLLoss|sparse_(softmax_|categorical_)|integer_labels|one_hot\(|\.gather\(|torch\.gather|take_along_axis|\.scatter_\(|\[(\w+\.)?a?range\(/;
const PARTS = /\b(chunk|split)\(|\[(\.\.\.|:), *(:\w+|\w+:)\]/;
const BOXES = /\bdef \w*(iou|bbox|box_)\w*\(|\b(bboxes|pred_bbox\w*|boxes[12]|box[12])\b|class \w*IoULoss/;
/** A product of two different names, matrices both. */
const PRODUCT = /(?<![\w.])([A-Za-z]\w*)\s*@\s*(?!\1\b)[A-Za-z]\w*(?![\w([])/;
const AXIS =
  /(?:dim|axis)\s*=\s*\(?\s*(?:-?1|-2)|softmax|\.(?:sum|mean|max|min|norm|view|reshape)\(\s*-?1|matmul|\s@\s|\.t\(\)|\.T\b|normalize\(|:\s*,|,\s*:/;

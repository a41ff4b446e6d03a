import type { Shape } from '../../numerics/signature';

/** Axes of at most so many elements are taken as they are written; a longer one stands for any. */
const LONGEST = 32;

/** Sizes given to the names of axes, in the order in which they appear; the first axis of a batch and the classes have their own. */
const SIZES = [4, 5, 6, 7, 8];
const BATCH = /^(B|N|b|n|bs|bsz|BS|Bs|batch|batch_size)$/;
const CLASSES = /^(C|c|num_class(es)?|n_class(es)?|classes|channels?)$/;

/** What names an axis: a short word that begins with a capital, or a word for a size. */
const AXIS = /^(?!(?:Any|Int|Str|Set|Opt|Bool|List|True|None)$)[A-Z][A-Za-z]{0,3}_?\d?$/;
const WORD =
  /^(batch(_size)?|bsz?|num_\w+|n_\w+|\w+_(size|dim|dims|len|length|num)|seq(_?len(gth)?)?|class(es)?|channels?|height|width|time|dim|depth|vocab\w*|embedding\w*|frames|samples|anchors|queries|[bcdhklmnptw])$/;

/** Sizes of the sides of images that are to be square. */
const SIDE = 6;
const SIDES = ['H', 'W', 'h', 'w', 'height', 'width'];

/** An axis that is somewhat longer or shorter than another one. */
const OFFSET = /^(\w+)\s?([+-])\s?([12])$/;

/** Where the text about a parameter ends. */
const SECTION = /^\s*(:?returns?|:?rtype|yields?|raises?|shape|examples?|notes?|references?|inputs?|outputs?|output)\b\s*:/im;

/**
 * Shapes of parameters as a docstring tells them, by name: `pred (Tensor): scores of shape (N, C)`, `x (Tensor[N, 4])`, `z: NxD
 * Tensor`; an axis of one name has one size everywhere, `square` images as many rows as columns.
 */
export function documentedShapes(docstring: string, names: readonly string[], square = false): Readonly<Record<string, Shape>> {
  const sizes = new Map<string, number>(square ? SIDES.map((name) => [name, SIDE]) : []);
  const shapes: Record<string, Shape> = {};
  for (const [name, text] of entriesOf(docstring, names)) {
    const shape = shapeIn(text, sizes);
    if (shape) shapes[name] = shape;
  }
  return shapes;
}

/** The text about each parameter, up to the next one's or the next section. */
export function entriesOf(docstring: string, names: readonly string[]): [string, string][] {
  const starts = names
    .flatMap((name): { name: string; at: number; end: number }[] => {
      const found = new RegExp(`^[ \\t]*[-*:]*[ \\t]*(?:param[ \\t]+)?[\`*]*${name}[\`*]*(?=[ \\t]*[({:])`, 'm').exec(docstring);
      return found ? [{ name, at: found.index, end: found.index + found[0].length }] : [];
    })
    .sort((a, b) => a.at - b.at);
  return starts.map(({ name, end }, i) => {
    const text = docstring.slice(end, starts[i + 1]?.at);
    const section = SECTION.exec(text);
    return [name, section ? text.slice(0, section.index) : text];
  });
}

/** The first shape that a text names. */
function shapeIn(text: string, sizes: Map<string, number>): Shape | null {
  for (const { 0: whole, 1: listed, 2: crossed, index } of text.matchAll(
    /[([]([^()[\]\n]{1,80})[)\]]|\b([A-Z]\w{0,3}(?:[ ]?[x×*][ ]?[A-Z\d]\w{0,3})+)\b/g,
  )) {
    const items = (listed?.split(/,|\s[x×]\s/) ?? crossed?.split(/\s?[x×*]\s?/) ?? []).map((item) =>
      item
        .trim()
        .replace(/^[`'"]|[`'"]$/g, '')
        .replace(/ (?=[a-z]+$)/, '_'),
    );
    const trailing = items.length > 1 && items.at(-1) === '';
    const axes = leading(trailing ? items.slice(0, -1) : items);
    const before = text.slice(0, index);
    const told =
      trailing || (whole.startsWith('[') && /^\s*:\s*$/.test(before)) || /(shape|size)s?\W{0,3}(of|is|in)?\W{0,4}$|Tensor$/i.test(before);
    if (axes.length === 1 && !(told && AXIS.test(axes[0] ?? ''))) continue;
    if (whole.length > 0 && axes.every((axis) => isAxis(axis)) && axes.some((axis) => !/^\d+$/.test(axis)))
      return axes.map((axis) => sizeOf(axis, sizes));
  }
  return null;
}

/** Any number of axes before others, of which one has a name, are taken for one, that of a batch. */
function leading(axes: readonly string[]): readonly string[] {
  const isNamed = axes.slice(1).some((axis) => AXIS.test(axis) || WORD.test(axis));
  return isNamed && /^(\*|\.\.\.|…)$/.test(axes[0] ?? '') ? ['batch', ...axes.slice(1)] : axes;
}

function isAxis(axis: string): boolean {
  return (OFFSET.exec(axis)?.[1] ?? axis)
    .split('*')
    .every((part) => /^[1-9]\d*$/.test(part.trim()) || AXIS.test(part.trim()) || WORD.test(part.trim()));
}

/** The size of an axis, or of several that are one; `T+1` is one longer than `T`. */
function sizeOf(axis: string, sizes: Map<string, number>): number {
  const [, name, sign, by] = OFFSET.exec(axis) ?? [];
  if (name !== undefined) return sizeOfName(name, sizes) + (sign === '+' ? Number(by) : -Number(by));
  return axis.split('*').reduce((product, part) => product * sizeOfName(part.trim(), sizes), 1);
}

function sizeOfName(name: string, sizes: Map<string, number>): number {
  if (/^\d+$/.test(name) && Number(name) <= LONGEST) return Number(name);
  const taken = [...sizes.values()];
  const own = BATCH.test(name) ? 2 : CLASSES.test(name) ? 3 : undefined;
  const size = sizes.get(name) ?? (own !== undefined && !taken.includes(own) ? own : SIZES.find((one) => !taken.includes(one))) ?? 2;
  sizes.set(name, size);
  return size;
}

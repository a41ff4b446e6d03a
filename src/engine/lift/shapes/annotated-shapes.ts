import type { Shape } from '../../numerics/signature';

/** A parameter and its annotation as written. */
export interface Annotated {
  readonly path: string;
  readonly annotation: string;
}

/** What jaxtyping annotations say: shapes, and which arrays hold integers. */
export interface AnnotatedShapes {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly whole: readonly string[];
}

const ANNOTATION = /\b(Float|Int|UInt|Integer|Bool|Num|Shaped|Real|Inexact)\d*\[[^,\]]+,\s*["']([^"']*)["']\s*\]/;

/** Sizes given to the names of axes, in the order in which they appear. */
const SIZES = [2, 3, 4, 5, 6, 7];

/** Shapes from annotations such as `Float[Tensor, "batch classes"]`; a name stands for one size everywhere, `...` for no axis, and so does a lone `0`: a tensor of no elements is none to train with. */
export function annotatedShapes(parameters: readonly Annotated[]): AnnotatedShapes {
  const names = new Map<string, number>();
  const shapes: Record<string, Shape> = {};
  const whole: string[] = [];
  for (const { path, annotation } of parameters) {
    const [, kind = '', axes] = ANNOTATION.exec(annotation) ?? [];
    if (axes === undefined) continue;
    shapes[path] = (axes.trim() === '0' ? '' : axes)
      .split(/\s+/)
      .filter((axis) => axis !== '' && axis !== '...')
      .map((axis) => sizeOf(axis, names));
    if (/^U?Int/.test(kind)) whole.push(path);
  }
  return { shapes, whole };
}

function sizeOf(axis: string, names: Map<string, number>): number {
  const name = axis.replace(/^[#*?]+/, '').replace(/^\w+=/, '');
  if (/^\d+$/.test(name)) return Number(name);
  const known = names.get(name) ?? SIZES[names.size % SIZES.length] ?? 2;
  names.set(name, known);
  return known;
}

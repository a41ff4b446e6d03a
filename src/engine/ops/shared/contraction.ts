import { type Shape, ShapeError } from '../../numerics/signature';
import type { Backward, Forward, Operand } from '../op';
import { intermediate } from './intermediate';
import { stridesOf, walk } from './shapes';

/** A sum of products over named indices: the letters of each operand and of the result. */
export interface Contraction {
  readonly inputs: readonly string[];
  readonly output: string;
}

/** Size of each index. Throws ShapeError when operands disagree; an axis of one element stretches. */
function indexSizes({ inputs }: Contraction, shapes: readonly Shape[]): Map<string, number> {
  const sizes = new Map<string, number>();
  inputs.forEach((letters, k) => {
    const shape = shapes[k] ?? [];
    if (letters.length !== shape.length) throw new ShapeError(`${shape.length} axes where ${letters.length} are named`);
    [...letters].forEach((letter, axis) => {
      const size = shape[axis] as number;
      const known = sizes.get(letter) ?? 1;
      if (known !== 1 && size !== 1 && known !== size) throw new ShapeError(`sizes ${known} and ${size} do not match`);
      if (known === 1) sizes.set(letter, size);
    });
  });
  return sizes;
}

/** Shape of the result. Throws ShapeError. */
export function contractedShape(contraction: Contraction, shapes: readonly Shape[]): Shape {
  const sizes = indexSizes(contraction, shapes);
  return [...contraction.output].map((letter) => {
    const size = sizes.get(letter);
    if (size === undefined) throw new ShapeError(`index ${letter} belongs to no operand`);
    return size;
  });
}

interface Paths {
  readonly terms: number;
  readonly inputs: readonly Int32Array[];
  readonly output: Int32Array;
}

/** For each term of the sums, the elements it reads and writes; summed indices vary fastest. */
function pathsOf(contraction: Contraction, at: Forward): Paths {
  const shapes = at.operands.map(({ shape }) => shape);
  const sizes = indexSizes(contraction, shapes);
  const letters = [...contraction.output, ...[...sizes.keys()].filter((letter) => !contraction.output.includes(letter))];
  const space = letters.map((letter) => sizes.get(letter) ?? 1);
  const path = (names: string, shape: Shape): Int32Array =>
    walk(
      space,
      letters.map((letter) => strideOf(letter, names, shape)),
    );
  const output = path(contraction.output, at.shape);
  return { terms: output.length, inputs: contraction.inputs.map((names, k) => path(names, shapes[k] ?? [])), output };
}

function strideOf(letter: string, names: string, shape: Shape): number {
  const strides = stridesOf(shape);
  return [...names].reduce((sum, name, axis) => (name === letter && shape[axis] !== 1 ? sum + (strides[axis] as number) : sum), 0);
}

/** The sums of products. */
export function contract(contraction: Contraction, at: Forward): Float64Array {
  const paths = pathsOf(contraction, at);
  const round = intermediate(at);
  const sums = new Float64Array(at.shape.reduce((product, size) => product * size, 1));
  for (let t = 0; t < paths.terms; t++) {
    const target = paths.output[t] as number;
    sums[target] = round((sums[target] as number) + round(product(at.operands, paths, t, -1)));
  }
  return sums.map(at.format.round);
}

function product(operands: readonly Operand[], { inputs }: Paths, t: number, except: number): number {
  let result = 1;
  for (let k = 0; k < operands.length; k++) {
    if (k !== except) result *= operands[k]?.values[inputs[k]?.[t] as number] as number;
  }
  return result;
}

/** Gradients of the operands. */
export function contractBack(contraction: Contraction, at: Backward): readonly (Float64Array | null)[] {
  const paths = pathsOf(contraction, at);
  const round = intermediate(at);
  return at.operands.map(({ values }, k) => {
    if (at.wanted?.[k] === false) return null;
    const sums = new Float64Array(values.length);
    for (let t = 0; t < paths.terms; t++) {
      const target = paths.inputs[k]?.[t] as number;
      const term = (at.gradient[paths.output[t] as number] as number) * product(at.operands, paths, t, k);
      sums[target] = round((sums[target] as number) + round(term));
    }
    return sums.map(at.format.round);
  });
}

/** Number of terms of each sum. */
export function termCount(contraction: Contraction, shapes: readonly Shape[]): number {
  let count = 1;
  for (const [letter, size] of indexSizes(contraction, shapes)) if (!contraction.output.includes(letter)) count *= size;
  return count;
}

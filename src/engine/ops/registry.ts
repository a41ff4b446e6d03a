import { type Inference, ShapeError } from '../numerics/signature';
import { OPS } from './index';
import type { Op } from './op';
import { printShape } from './shared/shapes';

/** The op of this name, or undefined; names inherited from Object are no ops. */
export function opNamed(name: string): Op | undefined {
  return Object.hasOwn(OPS, name) ? OPS[name] : undefined;
}

function isSize(size: number): boolean {
  return Number.isInteger(size) && size >= 0;
}

/** Shape and kind of an op's result. Throws ShapeError for operands that do not fit and for names that are no ops. */
export const infer: Inference = (name, operands, attributes) => {
  const op = opNamed(name);
  if (!op) throw new ShapeError(`${name} is not an operation`);
  if (op.operands !== 'variadic' && op.operands.length !== operands.length) {
    throw new ShapeError(`${name} takes ${op.operands.length} operands, not ${operands.length}`);
  }
  const result = op.infer(operands, attributes);
  if (!result.shape.every(isSize)) throw new ShapeError(`${name} would have the shape ${printShape(result.shape)}`);
  return result;
};

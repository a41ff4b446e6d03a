import type { Kind, Signature } from '../../numerics/signature';

/** Kind of a result that mixes these operands, by the promotion rules shared by the libraries. */
export function promote(operands: readonly Signature[]): Kind {
  if (operands.some(({ kind }) => kind === 'float')) return 'float';
  if (operands.some(({ kind }) => kind === 'weak')) return operands.some(isTensor) ? 'float' : 'weak';
  return operands.some(({ kind }) => kind === 'int') ? 'int' : 'bool';
}

/** Kind of a result that is never a whole number: integer tensors become floats, Python integers become Python floats. */
export function promoteToFloat(operands: readonly Signature[]): Kind {
  const kind = promote(operands);
  if (kind === 'float' || kind === 'weak') return kind;
  return operands.some(isTensor) ? 'float' : 'weak';
}

function isTensor({ kind, shape }: Signature): boolean {
  return kind !== 'weak' && shape.length > 0;
}

import type { Loss, Parameter } from '../../ir/loss';
import type { Span } from '../../text/span';
import { reasonAt } from '../roles/evidence';
import type { Shift } from './pieces';

/** A loss as it was read, where its code stands now; null where some of it stood outside that code. */
export function shifted(loss: Loss, shift: Shift): Loss | null {
  const [span, nameSpan] = [shift.span(loss.span), shift.span(loss.nameSpan)];
  const parameters = every(loss.parameters, (one) => parameterBy(shift, one));
  const uses = every(loss.uses, (one) => placed(one, shift));
  const missing = every(loss.missing, (one) => placed(one, shift));
  const writes = every(loss.writes ?? [], (one) => placed(one, shift));
  if (!span || !nameSpan || !parameters || !uses || !missing || !writes) return null;
  return { ...loss, span, nameSpan, parameters, uses, missing, ...(loss.writes ? { writes } : {}) };
}

function parameterBy(shift: Shift, parameter: Parameter): Parameter | null {
  const roleBecause = reasonAt(parameter.roleBecause, shift.line);
  const because = reasonAt(parameter.because, shift.line);
  return roleBecause === null || because === null ? null : placed({ ...parameter, roleBecause, because }, shift);
}

function placed<T extends { readonly span: Span }>(one: T, shift: Shift): T | null {
  const span = shift.span(one.span);
  return span && { ...one, span };
}

function every<T>(list: readonly T[], change: (one: T) => T | null): readonly T[] | null {
  const changed = list.map(change);
  return changed.includes(null) ? null : (changed as T[]);
}

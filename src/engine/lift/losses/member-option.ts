import type { Frame, Machine } from '../machine';
import { membersOf } from '../modules/classes';
import { moduleMember } from '../modules/imports';
import type { Value } from '../values/value';
import type { SignatureParameter } from './signature';

/** A parameter that its annotation says is one of some strings, or a member of an enumeration, is an option; null for any other. */
export function memberOf(machine: Machine, parameter: SignatureParameter, frame: Frame): Value | null {
  const listed = [...(LITERAL.exec(parameter.annotation)?.[1] ?? '').matchAll(/['"]([^'"]*)['"]/g)].map(([, word = '']) => word);
  if (listed.length > 0) return machine.inputs.option(parameter.path, ...listed);
  if (!ENUMERATION.test(parameter.annotation)) return null;
  const type = moduleMember(machine, frame.module, parameter.annotation);
  const members = type?.kind === 'class' ? membersOf(machine, type.model) : null;
  const values = [...(members?.values() ?? [])].flatMap((one) => (one.kind === 'text' || one.kind === 'number' ? [one.value] : []));
  return values.length > 0 ? machine.inputs.option(parameter.path, ...values) : null;
}

/** One of some strings. */
const LITERAL = /^(?:typing\.)?Literal\[((?:\s*(?:'[^'",]*'|"[^'",]*")\s*,?)+)\]$/;

/** The plain name of a class of the source. */
const ENUMERATION = /^(?!Tensor$)[A-Z]\w*$/;

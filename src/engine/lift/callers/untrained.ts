import type { PyNode } from '../../syntax/python/node';
import { bindingsIn, enclosing, reaching, scopeOf } from './bindings';
import { argumentAt, placeOf } from './calls';
import { usesIn } from './names';
import type { References } from './references';

/** How many functions that call one another are looked through. */
const DEEPEST = 4;

/** Whether no gradient is taken of what a function returns: it is called, and only where gradients are turned off or where its values do nothing but decide, there or in functions that are only called so. */
export function isUntrained(definition: PyNode, references: References, depth = 0): boolean {
  const calls = definition.type === 'function_definition' && depth < DEEPEST ? references.callsOf(definition) : null;
  return calls !== null && calls.every((call) => isFrozen(call) || isDecided(call, 0) || isUnderUntrained(call, references, depth));
}

function isUnderUntrained(call: PyNode, references: References, depth: number): boolean {
  const around = enclosing(call, 'function_definition');
  return around !== null && isUntrained(around, references, depth + 1);
}

/** Whether gradients are turned off around a statement. */
export function isFrozen({ parent }: PyNode): boolean {
  if (!parent) return false;
  const heads = /^(with_statement|decorated_definition)$/.test(parent.type) ? parent.children : [];
  const off = heads.some(({ type, text }) => /^(with_clause|decorator)$/.test(type) && /\b(no_grad|inference_mode)\b/.test(text));
  return off || isFrozen(parent);
}

/** Whether every call of a function passes a parameter something that has no gradient: cut off there, or made where gradients are turned off. */
export function isCutOff(definition: PyNode, parameter: string, references: References): boolean {
  const place = placeOf(definition, parameter) - (scopeOf(definition).type === 'class_definition' ? 1 : 0);
  const calls = place < 0 ? null : references.callsOf(definition);
  return calls !== null && calls.every((call) => isCut(argumentAt(call, parameter, place), 0));
}

function isCut(value: PyNode | null, depth: number): boolean {
  if (!value || depth > DEEPEST) return false;
  const last = lastOf(value.type === 'call' ? value.field('function') : value);
  if (value.type === 'call' && /^(detach_?|stop_gradient)$/.test(last)) return true;
  if (value.type === 'attribute') return last === 'data';
  if (/^(list|tuple)$/.test(value.type)) return value.children.length > 0 && value.children.every((one) => isCut(one, depth + 1));
  if (value.type === 'list_comprehension') return isCut(value.children[0] ?? null, depth + 1);
  const made = value.type === 'identifier' ? reaching(value, bindingsIn(scopeOf(value)).get(value.text) ?? []) : null;
  return made !== null && !made.open && made.found.every((one) => isFrozen(one.statement) || isCut(one.value, depth + 1));
}

/** Functions and methods whose results have no gradient. */
const DECIDES =
  /^(argmin|argmax|argsort|nonzero|item|tolist|detach|stop_gradient|numpy|isnan|isfinite|searchsorted|digitize|bincount|histogram\w*|(not_)?equal|less(_equal)?|greater(_equal)?|[gl]t|[gl]e|allclose|isclose)$/;

/** Whether a value is only compared, or put in order, or cut off from its gradient. */
function isDecided(value: PyNode, depth: number): boolean {
  const { parent } = value;
  if (!parent || depth > DEEPEST) return false;
  switch (parent.type) {
    case 'comparison_operator':
      return true;
    case 'argument_list':
      return DECIDES.test(lastOf(parent.parent?.field('function')));
    case 'attribute':
      return parent.parent?.type === 'call' && DECIDES.test(lastOf(parent));
    case 'parenthesized_expression':
    case 'unary_operator':
    case 'binary_operator':
      return isDecided(parent, depth);
    case 'assignment':
      return parent.field('right') === value && isNameDecided(parent.field('left'), depth);
    default:
      return false;
  }
}

/** Whether all that is made of a name in its scope decides. */
function isNameDecided(name: PyNode | null, depth: number): boolean {
  if (name?.type !== 'identifier') return false;
  const uses = usesIn(scopeOf(name), name.text).filter((one) => one.start > name.start);
  return uses.length > 0 && uses.every((use) => isDecided(use, depth + 1));
}

function lastOf(callee: PyNode | null | undefined): string {
  return (callee?.field('attribute') ?? callee)?.text ?? '';
}

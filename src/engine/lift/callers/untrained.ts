import type { PyNode } from '../../syntax/python/node';
import { bindingsIn, enclosing, reaching, scopeOf } from './bindings';
import { argumentAt, placeOf } from './calls';
import { Decisions } from './decided';
import type { References } from './references';

/** How many functions that call one another are looked through. */
const DEEPEST = 4;

/** What becomes of what a function returns, where no gradient is taken of it; null where one may be. */
export function fateOf(definition: PyNode, references: References): 'decides' | 'untrained' | null {
  if (!isUntrained(definition, references)) return null;
  return isDeciding(definition, references) ? 'decides' : 'untrained';
}

/** Whether no gradient is taken of what a function returns: it is called, and only where gradients are turned off or where its values do nothing but decide, there or in functions that are only called so. */
function isUntrained(definition: PyNode, references: References, depth = 0): boolean {
  const calls = definition.type === 'function_definition' && depth < DEEPEST ? references.callsOf(definition) : null;
  return (
    calls !== null &&
    calls.every((call) => isFrozen(call) || new Decisions(references).isDecided(call) || isUnderUntrained(call, references, depth))
  );
}

/** Whether what a function returns is only compared or put in order, wherever it is called: there, or by functions of which that holds. */
function isDeciding(definition: PyNode, references: References, depth = 0): boolean {
  const calls = definition.type === 'function_definition' && depth < DEEPEST ? references.callsOf(definition) : null;
  return calls !== null && calls.every((call) => isDecidedThere(call, references) || isUnderDeciding(call, references, depth));
}

/** Whether nothing but decisions are made of what a call gives, in a function that somebody calls. */
function isDecidedThere(call: PyNode, references: References): boolean {
  const around = enclosing(call, 'function_definition');
  const isCalled = !around || scopeOf(around).type === 'class_definition' || references.callsOf(around) !== null;
  return isCalled && new Decisions(references).isDecided(call);
}

function isUnderDeciding(call: PyNode, references: References, depth: number): boolean {
  const around = enclosing(call, 'function_definition');
  return around !== null && isDeciding(around, references, depth + 1);
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

function lastOf(callee: PyNode | null | undefined): string {
  return (callee?.field('attribute') ?? callee)?.text ?? '';
}

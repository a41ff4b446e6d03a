import type { PyNode } from '../../syntax/python/node';

/** For each function called by name, the functions that call it. */
export function calledNames(root: PyNode): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  const visit = (node: PyNode, within: string): void => {
    const name = node.type.endsWith('definition') ? (node.field('name')?.text ?? within) : within;
    if (node.type === 'call') {
      const callee = node.field('function');
      const called = callee?.type === 'attribute' ? callee.field('attribute')?.text : callee?.text;
      if (called !== undefined && called !== within) result.set(called, (result.get(called) ?? new Set()).add(name));
    }
    node.children.forEach((child) => visit(child, name));
  };
  visit(root, '');
  return result;
}

/** Functions that say the gradient of others: given to `defvjp` or as `vjp_bwd=`, or decorated with `defjvp`. */
export function ruleNames({ text }: PyNode): Set<string> {
  const given = [...text.matchAll(/\.def[jv][vj]ps?\(([^()]*)\)/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  const decorated = [...text.matchAll(/^@[\w.]+\.def[jv][vj]p\b.*\n\s*def (\w+)/gm)].map(([, name = '']) => name);
  const named = [...text.matchAll(/\b(?:vjp_fwd|vjp_bwd|jvp_fn)\s*=\s*(\w+)/g)].map(([, name = '']) => name);
  return new Set([...given, ...decorated, ...named]);
}

/** Functions whose gradient is said by others. */
export function ruledNames({ text }: PyNode): Set<string> {
  const decorated = [...text.matchAll(/^@[\w.]*custom_(?:gradient|vjp|jvp)\b[^\n]*(?:\n(?!@|def )[^\n]*)*?(?:\n@[^\n]*)*\ndef (\w+)/gm)];
  return new Set(decorated.map(([, name = '']) => name));
}

/** Decorators that put something on a list of losses. */
const REGISTERED =
  /^(@[^\n]*\n)*?@(\w+\.)*(\w*(LOSS(ES)?|CRITERI(A|ONS?))\.register\w*|register_(\w+_)?(loss|criterion)(_(fn|function|module|class))?)\b/i;

const DIFFERENTIATE = /(^|\.)(value_and_grad|grad|minimize|jacobian|hessian|apply_gradients?|apply_loss_fn)$/;

/** Functions and classes that the file trains with: listed or registered as losses, differentiated, minimised, given to `compile(loss=…)`, or called for a value whose `backward()` is. */
export function trainedNames(root: PyNode): Set<string> {
  const names = new Set<string>();
  const makers = new Map<string, string[]>();
  const values: string[] = [];
  const visit = (node: PyNode, scope: number): void => {
    if (node.type === 'call') {
      trainedBy(node).forEach((name) => names.add(name));
      values.push(...derivedFrom(node).map((name) => `${scope}:${name}`));
    }
    if (node.type === 'assignment') noteMakers(node, scope, makers);
    if (node.type === 'assignment' && scope < 0) listedIn(node).forEach((name) => names.add(name));
    if (node.type === 'decorated_definition' && REGISTERED.test(node.text)) names.add(node.field('definition')?.field('name')?.text ?? '');
    node.children.forEach((child) => visit(child, node.type === 'function_definition' ? node.start : scope));
  };
  visit(root, -1);
  for (const maker of values.flatMap((value) => makers.get(value) ?? [])) {
    names.add(maker);
    for (const [name, callees] of makers) if (name.endsWith(`:${maker}`)) callees.forEach((callee) => names.add(callee));
  }
  return names;
}

/** Names of the values that a call differentiates: `loss.backward()`, `tape.gradient(loss, …)`. */
function derivedFrom(call: PyNode): string[] {
  const callee = call.field('function');
  const method = callee?.type === 'attribute' ? callee.field('attribute')?.text : undefined;
  const [first] = call.field('arguments')?.children ?? [];
  const value =
    method === 'backward' ? (first?.type === 'identifier' ? first : callee?.field('object')) : method === 'gradient' ? first : null;
  return value?.type === 'identifier' ? [value.text] : [];
}

/** Functions and classes among the values of a table of losses: `LOSSES = {"l2": squares}`. */
function listedIn(assignment: PyNode): string[] {
  const table = assignment.field('right');
  if (table?.type !== 'dictionary' || !LOSS_TABLE.test(assignment.field('left')?.text ?? '')) return [];
  return table.children.flatMap((pair) => namesOf(pair.field('value') ?? undefined));
}

const LOSS_TABLE =
  /^_*(\w+_)?(loss(es)?|criteria|criterions?|objectives)(_?(fns?|functions?|dict|map(ping)?|table|registry|types|zoo|classes))*_*$/i;

/** Notes the functions that are called for the value of a name, under that name and the function it is local to. */
function noteMakers(assignment: PyNode, scope: number, makers: Map<string, string[]>): void {
  const left = assignment.field('left');
  const right = assignment.field('right');
  if (left?.type !== 'identifier' || !right) return;
  const name = `${scope}:${left.text}`;
  makers.set(name, [...(makers.get(name) ?? []), ...termsOf(right)]);
}

/** Functions called for the terms of a sum, each perhaps weighted. */
function termsOf(node: PyNode): string[] {
  if (node.type === 'binary_operator') return [node.field('left'), node.field('right')].flatMap((side) => (side ? termsOf(side) : []));
  if (node.type === 'parenthesized_expression') return node.children.flatMap(termsOf);
  const callee = node.type === 'call' ? node.field('function') : null;
  return callee?.type === 'identifier' ? [callee.text] : [];
}

function trainedBy(call: PyNode): string[] {
  const callee = call.field('function')?.text ?? '';
  const args = call.field('arguments')?.children ?? [];
  if (DIFFERENTIATE.test(callee)) return namesOf(args[0]);
  if (!callee.endsWith('.compile') && !callee.endsWith('.add_loss')) return [];
  const loss = args.find((argument) => argument.type === 'keyword_argument' && argument.field('name')?.text === 'loss');
  return namesOf(loss?.field('value') ?? undefined);
}

function namesOf(node: PyNode | undefined): string[] {
  if (node?.type === 'identifier') return [node.text];
  const callee = node?.type === 'call' ? node.field('function') : null;
  return callee?.type === 'identifier' ? [callee.text] : [];
}

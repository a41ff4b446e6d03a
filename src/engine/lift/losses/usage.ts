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

const DIFFERENTIATE = /(^|\.)(value_and_grad|grad|minimize|jacobian|hessian)$/;

/** Functions and classes that the file trains with: differentiated, minimised, or given to `compile(loss=…)`. */
export function trainedNames(root: PyNode): Set<string> {
  const names = new Set<string>();
  const visit = (node: PyNode): void => {
    if (node.type === 'call') trainedBy(node).forEach((name) => names.add(name));
    node.children.forEach(visit);
  };
  visit(root);
  return names;
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

import type { ClassModel, MethodModel, ModuleModel, Scope } from '../values/value';
import type { PyNode } from '../../syntax/python/node';

/** Reads a class definition. */
export function classModel(node: PyNode, module: ModuleModel, scope: Scope, decorators: readonly PyNode[]): ClassModel {
  const methods = new Map<string, MethodModel>();
  const assignments = new Map<string, PyNode>();
  for (const child of node.field('body')?.children ?? []) {
    const method = methodOf(child);
    if (method && !(method.name === '' || methods.get(method.name)?.binding === 'property')) methods.set(method.name, method);
    const assignment = child.type === 'expression_statement' ? child.children[0] : null;
    const left = assignment?.type === 'assignment' ? assignment.field('left') : null;
    if (assignment && left?.type === 'identifier') assignments.set(left.text, assignment);
  }
  const bases = (node.field('superclasses')?.children ?? []).filter((child) => child.type !== 'keyword_argument');
  const dataclass =
    decorators.some((decorator) => /dataclass|attr\.s|define/.test(decorator.text)) ||
    bases.some((base) => /NamedTuple|BaseModel/.test(base.text));
  return { name: node.field('name')?.text ?? '', node, module, scope, bases, methods, assignments, dataclass };
}

function methodOf(child: PyNode): MethodModel | null {
  const node = child.type === 'decorated_definition' ? child.field('definition') : child;
  if (node?.type !== 'function_definition') return null;
  const decorators = child.type === 'decorated_definition' ? child.children.filter((at) => at.type === 'decorator') : [];
  const named = (word: string): boolean => decorators.some((decorator) => decorator.children[0]?.text.split('.').pop() === word);
  const binding = named('staticmethod')
    ? 'static'
    : named('classmethod')
      ? 'class'
      : named('property') || named('cached_property')
        ? 'property'
        : 'instance';
  return { name: node.field('name')?.text ?? '', node, binding, decorators };
}

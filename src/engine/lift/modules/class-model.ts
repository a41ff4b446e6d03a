import type { PyNode } from '../../syntax/python/node';
import type { Scope } from '../state/scope';
import type { ModuleModel } from './module-model';

/** One method of a class, and how its decorators bind it. */
export interface MethodModel {
  readonly name: string;
  readonly node: PyNode;
  readonly binding: 'instance' | 'static' | 'class' | 'property';
  readonly decorators: readonly PyNode[];
}

/** A class of the source. */
export interface ClassModel {
  readonly name: string;
  readonly node: PyNode;
  readonly module: ModuleModel;
  /** Where it was defined: for names that its body uses. */
  readonly scope: Scope;
  /** Expressions of its bases, keyword arguments aside. */
  readonly bases: readonly PyNode[];
  readonly methods: ReadonlyMap<string, MethodModel>;
  /** Class attributes by name: the assignment. */
  readonly assignments: ReadonlyMap<string, PyNode>;
  readonly dataclass: boolean;
}

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
  const dataclass = decorators.some((decorator) => /dataclass|attr\.s|define/.test(decorator.text)) || bases.some((base) => /NamedTuple|BaseModel/.test(base.text));
  return { name: node.field('name')?.text ?? '', node, module, scope, bases, methods, assignments, dataclass };
}

function methodOf(child: PyNode): MethodModel | null {
  const node = child.type === 'decorated_definition' ? child.field('definition') : child;
  if (node?.type !== 'function_definition') return null;
  const decorators = child.type === 'decorated_definition' ? child.children.filter((at) => at.type === 'decorator') : [];
  const named = (word: string): boolean => decorators.some((decorator) => decorator.children[0]?.text.split('.').pop() === word);
  const binding = named('staticmethod') ? 'static' : named('classmethod') ? 'class' : named('property') || named('cached_property') ? 'property' : 'instance';
  return { name: node.field('name')?.text ?? '', node, binding, decorators };
}

import type { PyNode } from '../../syntax/python/node';
import { enclosing, keyOf, scopeOf, type Key } from './bindings';
import { parameterAt } from './calls';
import { attributesIn, usesIn } from './names';

/** Where a thing is inside a value: the keys and places that pick it out; `null` stands for any. */
type Path = readonly (Key | null)[];

/** Calls where something ends up being called; null where it goes where it is not followed. */
type Calls = readonly PyNode[] | null;

/** What must be known of a workspace to follow a thing through it. */
export interface Workspace {
  /** The function, method or class that a callee names. */
  calledBy(callee: PyNode): PyNode | null;
  /** The calls of a definition; null where they are not known. */
  callsOf(definition: PyNode): readonly PyNode[] | null;
  /** Where other files name what stands at the top of a file; null where these are too many. */
  importedFrom(root: PyNode, name: string): readonly PyNode[] | null;
}

/** So many expressions are looked at for one question. */
const STEPS = 400;

/** Methods that return the object that they are called of, and functions that hand on what they are given or a wrapping that is called alike. */
const RETURNS_ITSELF = /^(to|cuda|cpu|double|float|half|train|eval|requires_grad_)$/;
const WRAPS = /^(DataParallel|DistributedDataParallel|DDP|compile|script|prepare)$/;
const HOLDS = /^(ModuleList|ModuleDict|list|tuple|OrderedDict)$/;

/** What looks at an object without calling it. */
const LOOKS =
  /^(parameters|named_parameters|modules|named_modules|children|state_dict|load_state_dict|zero_grad|buffers|print|len|isinstance|issubclass|type|str|repr|id|hasattr|add_param_group|extra_repr)$/;

/** Follows functions and objects forward, from where they are named or made to where they are called: through names, arguments, results, attributes and containers. */
export class Flows {
  private left = STEPS;
  private readonly open = new Set<PyNode>();

  constructor(private readonly workspace: Workspace) {}

  /** The calls of what an expression stands for, or of what `path` picks out of it. */
  callsOf(node: PyNode, path: Path = []): Calls {
    if (this.open.has(node)) return [];
    if (this.left-- <= 0) return null;
    this.open.add(node);
    const found = this.inParent(node, path);
    this.open.delete(node);
    return found;
  }

  private inParent(node: PyNode, path: Path): Calls {
    const { parent } = node;
    switch (parent?.type) {
      case 'parenthesized_expression':
      case 'boolean_operator':
        return this.callsOf(parent, path);
      case 'conditional_expression':
        return parent.children[1] === node ? [] : this.callsOf(parent, path);
      case 'named_expression':
        return this.bound(parent.field('name'), path);
      case 'argument_list':
        return this.handed(parent, node, path);
      case 'keyword_argument':
        return parent.parent ? this.handed(parent.parent, parent, path) : null;
      case 'call':
        return path.length > 0 ? null : [parent];
      case 'attribute':
        return this.ofAttribute(parent, path);
      case 'subscript':
        return parent.field('value') === node ? this.picked(parent, path) : null;
      case 'assignment':
        return parent.field('right') === node ? this.bound(parent.field('left'), path) : [];
      case 'for_statement':
      case 'for_in_clause':
        return parent.field('right') === node && path.length > 0 ? this.bound(parent.field('left'), path.slice(1)) : [];
      case 'return_statement':
        return this.returned(parent, path);
      default:
        return parent && this.gathered(parent, node, path);
    }
  }

  /** Of what is put into a container, or joined with another one. */
  private gathered(parent: PyNode, node: PyNode, path: Path): Calls {
    switch (parent.type) {
      case 'tuple':
      case 'list':
      case 'expression_list':
        return this.callsOf(parent, [parent.children.indexOf(node), ...path]);
      case 'binary_operator':
        return path.length > 0 ? this.callsOf(parent, [null, ...path.slice(1)]) : [];
      case 'augmented_assignment':
        return path.length > 0 && parent.field('right') === node ? this.bound(parent.field('left'), [null, ...path.slice(1)]) : [];
      case 'list_comprehension':
        return this.callsOf(parent, [null, ...path]);
      case 'pair':
        return parent.field('key') === node || !parent.parent ? null : this.callsOf(parent.parent, [textOf(parent.field('key')), ...path]);
      default:
        return isUnused(parent) ? [] : null;
    }
  }

  /** Of what is written to a name, an attribute or a place in a container. */
  private bound(left: PyNode | null, path: Path): Calls {
    switch (left?.type) {
      case 'identifier':
        return this.named(scopeOf(left), left.text, path);
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern': {
        const [key, ...rest] = path;
        if (key === undefined || typeof key === 'string') return null;
        return this.all(key === null ? left.children : left.children.slice(key, key + 1), (one) => this.bound(one, rest));
      }
      case 'attribute':
        return left.field('object')?.text === 'self' ? this.kept(left, null, path) : null;
      case 'subscript': {
        const container = left.field('value');
        const inner = [keyOf(left), ...path];
        return container && this.bound(container, inner);
      }
      default:
        return null;
    }
  }

  /** Of what a class keeps in an attribute, or as a module of the name that a text says. */
  private kept(within: PyNode, word: PyNode | null | undefined, path: Path): Calls {
    const holder = enclosing(within, 'class_definition');
    const name = word ? textOf(word) : null;
    const attribute = word ? name && `self.${name}` : within.text;
    return holder && attribute ? this.all(attributesIn(holder, attribute), (use) => this.callsOf(use, path)) : null;
  }

  /** Of a name in its scope; one at the top of a file is there for others, and unknown where nobody in sight calls it. */
  private named(scope: PyNode, name: string, path: Path): Calls {
    const own = usesIn(scope, name).filter((use) => use.parent?.field('attribute') !== use);
    const others = scope.type === 'module' ? this.workspace.importedFrom(scope, name) : [];
    const calls = others && this.all([...own, ...others], (use) => this.callsOf(use, path));
    return scope.type === 'module' && calls?.length === 0 ? null : calls;
  }

  private all(nodes: readonly PyNode[], follow: (node: PyNode) => Calls): Calls {
    const found: PyNode[] = [];
    for (const node of nodes) {
      const calls = follow(node);
      if (!calls) return null;
      found.push(...calls);
    }
    return [...new Set(found)];
  }

  private picked(subscript: PyNode, [key, ...rest]: Path): Calls {
    if (key === undefined) return [];
    const wanted = keyOf(subscript);
    return wanted !== null && key !== null && wanted !== key ? [] : this.callsOf(subscript, rest);
  }

  private ofAttribute(attribute: PyNode, path: Path): Calls {
    const name = attribute.field('attribute')?.text ?? '';
    const call = attribute.parent?.type === 'call' && attribute.parent.field('function') === attribute ? attribute.parent : null;
    if (!call) return path.length === 0 || name === 'append' ? [] : null;
    if (LOOKS.test(name)) return [];
    if (RETURNS_ITSELF.test(name) || name === 'values') return this.callsOf(call, path);
    if (name === 'items') return this.callsOf(call, [null, 1, ...path.slice(1)]);
    if (/^(forward|call)$/.test(name) && path.length === 0) return [call];
    return /^(append|extend|insert|keys)$/.test(name) ? [] : null;
  }

  /** Of what a call is given: what its function does with it. */
  private handed(list: PyNode, argument: PyNode, path: Path): Calls {
    const call = list.parent;
    const callee = call?.type === 'call' ? call.field('function') : null;
    if (!call || !callee) return null;
    const name = (callee.field('attribute') ?? callee).text;
    const place = list.children.indexOf(argument);
    if (LOOKS.test(name)) return [];
    if (name === 'prepare' && list.children.length > 1) return this.callsOf(call, [place, ...path]);
    if (WRAPS.test(name) || HOLDS.test(name)) return place === 0 && argument.type !== 'keyword_argument' ? this.callsOf(call, path) : null;
    if (name === 'dict') return this.callsOf(call, [argument.field('name')?.text ?? null, ...path]);
    if (name === 'append' && callee.field('object')) return this.bound(callee.field('object'), [null, ...path]);
    if (/^(zip|enumerate)$/.test(name) && path.length > 0) return this.callsOf(call, [null, name === 'zip' ? place : 1, ...path.slice(1)]);
    if (/^(add_module|register_module)$/.test(name) && callee.field('object')?.text === 'self')
      return this.kept(callee, list.children[0], path);
    const definition = this.workspace.calledBy(callee);
    const parameter = definition && parameterAt(definition, call, argument);
    return parameter && this.named(parameter.within, parameter.name, path);
  }

  private returned(statement: PyNode, path: Path): Calls {
    const around = scopeOf(statement);
    const calls = around.type === 'function_definition' ? this.workspace.callsOf(around) : null;
    return calls && this.all(calls, (call) => this.callsOf(call, path));
  }
}

/** Whether a statement or a test does nothing with a value that calls it. */
function isUnused({ type }: PyNode): boolean {
  return /^(expression_statement|pattern_list|tuple_pattern|list_pattern|comparison_operator|not_operator|interpolation|assert_statement|if_statement|elif_clause|while_statement|delete_statement|type|global_statement|nonlocal_statement)$/.test(
    type,
  );
}

function textOf(key: PyNode | null): string | null {
  return key?.type === 'string' ? key.text.replace(/^\w*['"]+|['"]+$/g, '') : null;
}

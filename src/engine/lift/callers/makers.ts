import type { PyNode } from '../../syntax/python/node';
import { returnsOf } from '../losses/returned';
import { bindingsIn, enclosing, reaching, scopeOf, type Key } from './bindings';
import { argumentAt, argumentsOf, methodsOf, placeOf } from './calls';
import type { References } from './references';

type Path = readonly Key[];

/** The calls that may have made an object; null where it may come from elsewhere. */
type Made = readonly PyNode[] | null;

/** So many expressions are looked at for one question. */
const STEPS = 200;

/** What hands on the object that it is called of, or is given. */
const METHODS = /^(to|cuda|cpu|double|float|half|train|eval)$/;
const WRAPPINGS = /^(DataParallel|DistributedDataParallel|DDP|compile|script|convert_sync_?(bn|batchnorm)(_model)?)$/;

/** Follows an object back to where it was made: through names, branches, parameters, attributes and results. */
export class Makers {
  private left = STEPS;
  private readonly open = new Set<PyNode>();

  constructor(private readonly references: References) {}

  /** The calls that may have made what an expression stands for, or what `path` picks out of it. */
  of(node: PyNode | null | undefined, path: Path = []): Made {
    if (!node || this.left-- <= 0 || this.open.has(node)) return null;
    this.open.add(node);
    const found = this.ofNode(node, path);
    this.open.delete(node);
    return found;
  }

  private ofNode(node: PyNode, path: Path): Made {
    const [key, ...rest] = path;
    switch (node.type) {
      case 'identifier':
        return this.ofName(node, path);
      case 'attribute':
        return this.ofAttribute(node, path);
      case 'parenthesized_expression':
        return this.of(node.children[0], path);
      case 'conditional_expression':
        return this.all([node.children[0], node.children[2]], (one) => this.of(one, path));
      case 'tuple':
      case 'list':
      case 'expression_list':
        return typeof key === 'number' ? this.of(node.children.at(key), rest) : null;
      case 'call':
        return this.ofCall(node, path);
      default:
        return null;
    }
  }

  private ofCall(call: PyNode, path: Path): Made {
    const callee = call.field('function');
    const name = (callee?.field('attribute') ?? callee)?.text ?? '';
    if (callee && METHODS.test(name)) return this.of(callee.field('object'), path);
    if (WRAPPINGS.test(name)) return this.of(argumentsOf(call)[0], path);
    const definition = callee && this.references.calledBy(callee);
    if (definition?.type === 'function_definition')
      return this.all([...returnsOf(definition.field('body') ?? definition)], (one) => this.of(one, path));
    return path.length === 0 ? [call] : null;
  }

  private ofName(use: PyNode, path: Path): Made {
    for (let scope = scopeOf(use), own = true; ; scope = scopeOf(scope), own = false) {
      const all = bindingsIn(scope).get(use.text) ?? [];
      const takes = placeOf(scope, use.text) >= 0;
      if (all.length > 0 || takes) return this.inScope(scope, use, path, own, takes);
      if (scope.type === 'module') return null;
    }
  }

  private inScope(scope: PyNode, use: PyNode, path: Path, own: boolean, takes: boolean): Made {
    const all = bindingsIn(scope).get(use.text) ?? [];
    const { found, open } = own ? reaching(use, all) : { found: all, open: true };
    if (found.some(({ partial }) => partial)) return null;
    const passed = open && takes ? this.passed(scope, use.text, path) : [];
    const bound = this.all(found, ({ value, path: inner }) => this.of(value, [...inner, ...path]));
    return bound && passed && [...bound, ...passed];
  }

  private passed(definition: PyNode, name: string, path: Path): Made {
    const calls = definition.type === 'function_definition' ? this.references.callsOf(definition) : null;
    const place = placeOf(definition, name) - (scopeOf(definition).type === 'class_definition' ? 1 : 0);
    return calls && this.all(calls, (call) => this.of(argumentAt(call, name, place), path));
  }

  private ofAttribute(node: PyNode, path: Path): Made {
    const owner = node.field('object')?.text === 'self' ? enclosing(node, 'class_definition') : null;
    const all = owner ? methodsOf(owner).flatMap((method) => bindingsIn(method).get(node.text) ?? []) : [];
    return this.all(all, ({ value, path: inner }) => this.of(value, [...inner, ...path]));
  }

  private all<T>(from: readonly T[], follow: (one: T) => Made): Made {
    const found: PyNode[] = [];
    for (const one of from) {
      const made = follow(one);
      if (!made) return null;
      found.push(...made);
    }
    return found;
  }
}

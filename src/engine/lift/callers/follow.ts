import type { PyNode } from '../../syntax/python/node';
import { returnsOf } from '../losses/returned';
import { roleOfName } from '../roles/names';
import { bindingsIn, enclosing, keyOf, reaching, scopeOf, type Binding, type Key } from './bindings';
import { argumentAt, argumentsOf, defaultOf, LIBRARY, methodsOf, placeOf } from './calls';
import { Makers } from './makers';
import { between, combined, FILLED_MASK, joined, UNIT_ROWS, type Given } from './given';
import { LAYERS, LENGTH_MASK, ofKnownFunction, RETURNS_PLACES, type Passed } from './known-functions';
import { isOwnLength } from './own-length';
import type { References } from './references';

/** So many expressions are looked at for one question. */
const STEPS = 1500;

type Path = readonly Key[];

/** Follows a value back through names, parameters, attributes and results, and says what is known of it. */
export class Follower {
  private left = STEPS;
  private readonly open = new Set<PyNode>();

  constructor(private readonly references: References) {}

  /** What is known of what an expression stands for, or of what `path` picks out of it; null where nothing is. */
  given(node: PyNode | null | undefined, path: Path = []): Given | null {
    if (!node || this.open.has(node)) return null;
    if (/^(integer|float|true|false)$/.test(node.type)) return this.ofNode(node, path);
    if (this.left-- <= 0) return null;
    this.open.add(node);
    const found = this.ofNode(node, path);
    this.open.delete(node);
    return found;
  }

  /** What the calls of a definition pass for a parameter, its default where they pass nothing. */
  passed(definition: PyNode, name: string): Given | null {
    const calls = this.references.callsOf(definition);
    const place = placeOf(definition, name) - (scopeOf(definition).type === 'class_definition' ? 1 : 0);
    if (!calls || place < 0) return null;
    return joined(calls, (call) =>
      this.given(argumentAt(call, name, place) ?? (isShort(call, name, place) ? defaultOf(definition, name) : null)),
    );
  }

  /** What a parameter is inside its function: what the calls pass, or its default where none is known. */
  private taken(definition: PyNode, name: string): Given | null {
    if (this.references.callsOf(definition)) return this.passed(definition, name);
    const standard = defaultOf(definition, name);
    return standard && /^(integer|float)$/.test(standard.type) ? this.given(standard) : null;
  }

  private ofNode(node: PyNode, path: Path): Given | null {
    switch (node.type) {
      case 'identifier':
        return asCalled(node.text, this.ofName(node, path));
      case 'attribute':
        return asCalled(node.text, this.ofAttribute(node, path));
      case 'integer':
      case 'float':
        return between(Number(node.text), Number(node.text));
      case 'true':
      case 'false':
      case 'not_operator':
        return between(0, 1);
      case 'subscript':
        return this.ofSubscript(node, path);
      case 'parenthesized_expression':
      case 'await':
      case 'list_comprehension':
      case 'generator_expression':
        return this.given(node.children[0], path);
      case 'conditional_expression':
        return joined([node.children[0], node.children[2]], (one) => this.given(one, path));
      case 'list':
      case 'tuple':
      case 'expression_list':
        return this.ofSeveral(node, path);
      case 'dictionary':
        return this.ofDictionary(node, path);
      case 'call':
        return this.ofCall(node, path);
      default:
        return this.ofOperator(node);
    }
  }

  private ofOperator(node: PyNode): Given | null {
    const [left, right] = [node.field('left'), node.field('right')];
    switch (node.type) {
      case 'unary_operator':
        return this.negated(node);
      case 'comparison_operator':
        return this.isWithinLengths(node) ? FILLED_MASK : between(0, 1);
      case 'binary_operator':
      case 'augmented_assignment': {
        if (node.operator === '/' && isOwnLength(right, left)) return UNIT_ROWS;
        const [a, b] = [this.given(left), this.given(right)];
        return a && b ? combined((node.operator ?? '').replace(/(?<=.)=$/, ''), a, b) : null;
      }
      default:
        return null;
    }
  }

  /** Whether places are compared with lengths: `arange(n) < lengths`. */
  private isWithinLengths({ operator, children: [left, right] }: PyNode): boolean {
    if (!left || !right || !/^<=?$/.test(operator ?? '') || !/len/i.test(right.text)) return false;
    const made = bindingsIn(scopeOf(left)).get(/^\w*/.exec(left.text)?.[0] ?? '') ?? [];
    return [left, ...made.flatMap(({ value }) => value ?? [])].some(({ text }) => /range\b/.test(text));
  }

  private negated(node: PyNode): Given | null {
    const [inner] = node.children;
    if (node.operator === '~') return /pad(ding)?_mask\(/.test(inner?.text ?? '') ? FILLED_MASK : between(0, 1);
    const x = this.given(inner);
    return x && (node.operator === '-' ? between(-x.high, -x.low) : x);
  }

  private ofSeveral({ children }: PyNode, [key, ...rest]: Path): Given | null {
    return typeof key === 'number' ? this.given(children.at(key), rest) : joined(children, (one) => this.given(one));
  }

  private ofDictionary({ children }: PyNode, [key, ...rest]: Path): Given | null {
    const pair = children.find((one) => one.field('key')?.text.replace(/^['"]|['"]$/g, '') === key);
    return key === undefined ? null : this.given(pair?.field('value'), rest);
  }

  private ofSubscript(node: PyNode, path: Path): Given | null {
    const [key, value] = [keyOf(node), node.field('value')];
    const found = this.given(value, key === null ? path : [key, ...path]);
    return found && (isWhole(node) ? found : between(found.low, found.high));
  }

  /** What a name stands for: what is assigned to it before, in the scopes around it, or passed for it. */
  private ofName(node: PyNode, path: Path): Given | null {
    for (let scope = scopeOf(node), own = true; ; scope = scopeOf(scope), own = false) {
      const found = this.inScope(scope, node, path, own);
      if (found !== undefined) return found;
      if (scope.type === 'module') return null;
    }
  }

  private inScope(scope: PyNode, use: PyNode, path: Path, own: boolean): Given | null | undefined {
    const name = use.text;
    const takes = placeOf(scope, name) >= 0;
    if (takes && scope.type === 'lambda') return null;
    const keyed = path.length > 0 ? bindingsIn(scope).get(`${name}[${path[0] ?? ''}]`) : undefined;
    const all = keyed ?? bindingsIn(scope).get(name) ?? [];
    const rest = keyed ? path.slice(1) : path;
    if (all.length === 0 && !takes) return undefined;
    const { found, open } = own ? reaching(use, all) : { found: all, open: true };
    const passed = open && takes && !keyed ? [null] : [];
    return joined([...found, ...passed], (one) => (one ? this.bound(one, rest) : path.length > 0 ? null : this.taken(scope, name)));
  }

  private bound({ value, path }: Binding, rest: Path): Given | null {
    return this.given(value, [...path, ...rest]);
  }

  private ofAttribute(node: PyNode, path: Path): Given | null {
    const object = node.field('object');
    if (/^(data|T|mT|real|values)$/.test(node.field('attribute')?.text ?? '')) return this.given(object, path);
    const owner = object?.text === 'self' ? enclosing(node, 'class_definition') : null;
    if (!owner) return null;
    const all = methodsOf(owner).flatMap((method) => bindingsIn(method).get(node.text) ?? []);
    return joined(all, (one) => this.bound(one, path));
  }

  private ofCall(call: PyNode, path: Path): Given | null {
    const callee = call.field('function');
    const name = (callee?.field('attribute') ?? callee)?.text ?? '';
    if (LENGTH_MASK.test(name)) return FILLED_MASK;
    const definition = callee && asFunction(this.references.calledBy(callee));
    if (definition) return this.ofResult(definition, path);
    if (/^(cat|concat|concatenate|stack|vstack|hstack)$/.test(name)) return this.given(argumentsOf(call)[0]);
    if (name === 'where') return joined(argumentsOf(call).slice(1, 3), (one) => this.given(one));
    if (RETURNS_PLACES.has(name) && path[0] === 1) return null;
    if (!callee || this.isKept(callee)) return callee && this.ofObject(callee, call, path);
    if (/^(div|divide|true_divide)$/.test(name) && this.isDividedByLength(call)) return UNIT_ROWS;
    const known = isAmbiguous(call, name) ? null : ofKnownFunction(name, this.passedTo(call));
    return known === undefined ? this.ofObject(callee, call, path) : known;
  }

  private isDividedByLength(call: PyNode): boolean {
    const receiver = call.field('function')?.field('object') ?? null;
    const given = argumentsOf(call);
    const [x, length] = receiver === null || LIBRARY.test(receiver.text) ? given : [receiver, ...given];
    return x !== undefined && length !== undefined && isOwnLength(length, x);
  }

  /** The arguments of a call, what a method is called of first. */
  private passedTo(call: PyNode): Passed {
    const receiver = call.field('function')?.field('object') ?? null;
    const given = argumentsOf(call);
    const all = receiver === null || LIBRARY.test(receiver.text) ? given : [receiver, ...given];
    const named = (keyword: string): PyNode | undefined => given.find((one) => one.field('name')?.text === keyword);
    const at = (place: number): PyNode | undefined => (all[place]?.type === 'keyword_argument' ? undefined : all[place]);
    return {
      at: (place) => this.given(at(place) ?? (place === 0 ? given[0]?.field('value') : null)),
      named: (keyword, place) => {
        const node = named(keyword)?.field('value') ?? at(place);
        return node && node.type !== 'none' ? this.given(node) : undefined;
      },
    };
  }

  private ofResult(definition: PyNode, path: Path): Given | null {
    return joined([...returnsOf(definition.field('body') ?? definition)], (one) => this.given(one, path));
  }

  /** Whether what is called is an object that the code keeps under a name or in an attribute, whatever it is called. */
  private isKept(callee: PyNode): boolean {
    if (callee.type === 'attribute') return callee.field('object')?.text === 'self';
    return callee.type === 'identifier' && [scopeOf(callee), scopeOf(scopeOf(callee))].some((scope) => bindingsIn(scope).has(callee.text));
  }

  /** What an object that is called returns, wherever it may have been made. */
  private ofObject(callee: PyNode, call: PyNode, path: Path): Given | null {
    const made = new Makers(this.references).of(callee);
    return made && joined(made, (one) => this.ofLayer(one, call, path));
  }

  /** What an object that is made by a call returns when it is called: a layer, the last of several, or one of the workspace. */
  private ofLayer(made: PyNode, call: PyNode, path: Path): Given | null {
    const name = made.field('function')?.text.split('.').pop() ?? '';
    if (name === 'Sequential') {
      const last = argumentsOf(made).at(-1);
      return last?.type === 'call' ? this.ofLayer(last, call, path) : null;
    }
    const layer = LAYERS[name];
    if (layer !== undefined)
      return ofKnownFunction(layer, { at: (place) => this.given(argumentsOf(call)[place]), named: () => undefined }) ?? null;
    const method = this.references.methodCalled(this.references.definitionOf(name, made));
    return method ? this.ofResult(method, path) : null;
  }
}

/** Whether a subscript takes all of what it is of: `mask[:, None]`. */
function isWhole({ children: [, ...places] }: PyNode): boolean {
  return places.every(({ type, text }) => type === 'none' || type === 'ellipsis' || text === ':');
}

/** Whether a name that libraries have is one that layers and transforms of others have as well. */
function isAmbiguous(call: PyNode, name: string): boolean {
  const receiver = call.field('function')?.field('object') ?? null;
  if (receiver && LIBRARY.test(receiver.text)) return false;
  if (name === 'normalize') return true;
  return name === 'norm' && argumentsOf(call).some(({ type }) => !/^(keyword_argument|integer|float|string|unary_operator)$/.test(type));
}

function asFunction(definition: PyNode | null): PyNode | null {
  return definition?.type === 'function_definition' ? definition : null;
}

/** Whether a call passes no argument for a parameter, and hands on no others that may hold it. */
function isShort(call: PyNode, name: string, place: number): boolean {
  const given = argumentsOf(call);
  const splats = given.some(({ type }) => type === 'list_splat' || type === 'dictionary_splat');
  return !splats && argumentAt(call, name, place) === null;
}

/** What is known, within 0 and 1 where a word, and no single letter, says that something is a probability. */
function asCalled(name: string, known: Given | null): Given | null {
  if (!/prob/i.test(name) || roleOfName(name)?.expects !== 'probabilities') return known;
  return known ? between(Math.max(0, known.low), Math.min(1, known.high)) : between(0, 1);
}

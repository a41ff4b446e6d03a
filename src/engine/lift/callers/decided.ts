import type { PyNode } from '../../syntax/python/node';
import { bindingsIn, enclosing, reaching, scopeOf } from './bindings';
import { usesIn } from './names';
import { LIBRARY } from './calls';
import type { References } from './references';

/** So many names are followed one after another. */
const DEEPEST = 6;

/** Functions and methods whose results have no gradient. */
const DECIDES =
  /^(argmin|argmax|argsort|nonzero|item|tolist|detach|stop_gradient|numpy|isnan|isfinite|searchsorted|digitize|bincount|histogram\w*|(not_)?equal|less(_equal)?|greater(_equal)?|[gl]t|[gl]e|allclose|isclose|linear_sum_assignment)$/;

/** Functions and methods that put values in order: the second of what they give are places. */
const ORDERS = /^(max|min|sort|topk|top_k|kthvalue|median|mode)$/;

/** Functions and methods that hand on values, each by itself or the largest of them. */
const HANDS_ON =
  /^(max|min|amax|amin|maximum|minimum|squeeze|unsqueeze|expand_dims|view|reshape|flatten|ravel|transpose|permute|t|contiguous|clone|copy|cpu|cuda|to|float|double|half|type_as|astype|expand|expand_as|repeat|tile|gather|index_select|take|stack|cat|concatenate|sqrt|abs|clamp|clip|where|asarray|array|as_tensor)$/;

/** Methods by which a list gets what it holds. */
const GATHERS = /^(append|extend|insert)$/;

/** Follows values forward, and tells of those of which nothing but decisions are made. */
export class Decisions {
  constructor(private readonly references: References) {}

  /** Whether a value is only compared, or put in order, or cut off from its gradient. */
  isDecided(value: PyNode, depth = 0): boolean {
    const { parent } = value;
    if (!parent || depth > DEEPEST) return false;
    switch (parent.type) {
      case 'comparison_operator':
        return true;
      case 'argument_list':
        return this.isGivenTo(parent.parent, depth);
      case 'attribute':
        return this.isAskedFor(parent, depth);
      case 'subscript':
        return parent.field('value') === value && (isWritten(parent) || this.isDecided(parent, depth));
      case 'list':
      case 'parenthesized_expression':
      case 'unary_operator':
      case 'binary_operator':
        return this.isDecided(parent, depth);
      case 'assignment':
        return parent.field('right') === value && this.isBoundDecided(parent.field('left'), depth);
      case 'return_statement':
        return this.isReturnedDecided(parent, depth);
      default:
        return false;
    }
  }

  /** Whether a call of a library's function makes nothing but a decision of what it is given. */
  private isGivenTo(call: PyNode | null, depth: number): boolean {
    const callee = call?.field('function');
    if (!call || !callee) return false;
    const name = lastOf(callee);
    if (GATHERS.test(name)) return this.isHeldDecided(callee.field('object'), depth);
    return DECIDES.test(name) || (LIBRARY.test(callee.field('object')?.text ?? '') && this.isResultDecided(call, name, depth));
  }

  /** Whether an attribute or a method of a value makes nothing but a decision of it. */
  private isAskedFor(attribute: PyNode, depth: number): boolean {
    const name = lastOf(attribute);
    const call = attribute.parent?.type === 'call' && attribute.parent.field('function') === attribute ? attribute.parent : null;
    if (!call) return /^(shape|dtype|device|ndim)$/.test(name) || (name === 'T' && this.isDecided(attribute, depth));
    if (DECIDES.test(name) || GATHERS.test(name) || /^(size|dim|numel)$/.test(name)) return true;
    if (name.endsWith('_') && call.parent?.type === 'expression_statement') return true;
    return this.isResultDecided(call, name, depth);
  }

  private isResultDecided(call: PyNode, name: string, depth: number): boolean {
    return ORDERS.test(name) ? this.isOrderDecided(call, depth) : HANDS_ON.test(name) && this.isDecided(call, depth);
  }

  /** Of what puts values in order: whether only places are taken, or the values decide as well. */
  private isOrderDecided(call: PyNode, depth: number): boolean {
    const { parent } = call;
    if (parent?.type === 'subscript' && parent.children[1]?.text === '1') return true;
    if (parent?.type === 'attribute' && lastOf(parent) === 'indices') return true;
    const left = parent?.type === 'assignment' ? parent.field('left') : null;
    if (left?.type !== 'pattern_list') return this.isDecided(call, depth);
    const [values, , ...more] = left.children;
    return more.length === 0 && (/^_+$/.test(values?.text ?? '') || this.isBoundDecided(values ?? null, depth));
  }

  /** Whether all that is made of a name where it is bound decides. */
  private isBoundDecided(name: PyNode | null, depth: number): boolean {
    if (name?.type === 'subscript') return this.isHeldDecided(name.field('value'), depth);
    return (
      name?.type === 'identifier' &&
      this.areDecided(
        usesOf(name).filter((use) => isReached(use, name)),
        depth,
      )
    );
  }

  /** Whether all that is made of what a container holds decides. */
  private isHeldDecided(container: PyNode | null, depth: number): boolean {
    return container?.type === 'identifier' && this.areDecided(usesOf(container), depth);
  }

  private areDecided(uses: readonly PyNode[], depth: number): boolean {
    return uses.length > 0 && uses.every((use) => this.isDecided(use, depth + 1));
  }

  /** Whether all that is made of what a function returns decides. */
  private isReturnedDecided(statement: PyNode, depth: number): boolean {
    const around = enclosing(statement, 'function_definition');
    const calls = around && this.references.callsOf(around);
    return calls?.every((call) => this.isDecided(call, depth + 1)) ?? false;
  }
}

/** Where a name is used, other than where it is bound, in its scope. */
function usesOf(name: PyNode): readonly PyNode[] {
  return usesIn(scopeOf(name), name.text).filter((use) => !isTarget(use));
}

/** Whether a place is written, and not read: `x[i] = 2`. */
function isWritten(place: PyNode): boolean {
  return place.parent?.type === 'assignment' && place.parent.field('left') === place;
}

/** Whether what is bound to a name may still be what it stands for where it is used. */
function isReached(use: PyNode, bound: PyNode): boolean {
  const { found } = reaching(use, bindingsIn(scopeOf(use)).get(use.text) ?? []);
  return scopeOf(use) !== scopeOf(bound) || found.some(({ statement: { start, end } }) => start <= bound.start && bound.end <= end);
}

/** Whether a name is bound where it stands. */
function isTarget(name: PyNode): boolean {
  const holder = name.parent?.type === 'pattern_list' ? name.parent : name;
  return holder.parent?.type === 'assignment' && holder.parent.field('left') === holder;
}

function lastOf(callee: PyNode): string {
  return (callee.field('attribute') ?? callee).text;
}

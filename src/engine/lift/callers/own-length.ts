import type { PyNode } from '../../syntax/python/node';
import { bindingsIn, reaching, scopeOf } from './bindings';
import { argumentsOf, LIBRARY } from './calls';

/** So many names and methods are looked behind. */
const DEEPEST = 8;

/** Methods that leave a length what it is, but for its shape and a smallest value. */
const SHOWS = /^(unsqueeze|expand_as|expand|view|view_as|reshape|repeat|clamp|clamp_min|clip|detach|to|float|type_as)$/;

/** Functions of a library that keep what they are given from falling below a number. */
const FLOORS = /^(clamp|clamp_min|clip|maximum|max|expand_dims)$/;

/** Whether what divides a vector is its own length, a small number added to it or kept below it at most: `x / (x.norm(dim=1) + eps)`. */
export function isOwnLength(divisor: PyNode | null, vector: PyNode | null): boolean {
  const x = vector && unscaled(vector);
  const length = divisor && bare(divisor, 0);
  if (length?.type !== 'call' || !x) return false;
  const [name, of] = [nameOf(length), subjectOf(length)];
  if (name === 'norm') return of?.text === x.text;
  if (name === 'sqrt' && of) return isSquaredLength(bare(of, 0), x.text);
  return (name === 'pow' || name === 'power') && /^\(?(1 ?\/ ?2|0?\.50*)\)?$/.test(argumentsOf(length).at(-1)?.text ?? '')
    ? isSquaredLength(of && bare(of, 0), x.text)
    : false;
}

/** Whether a node is `(x ** 2).sum(…)`. */
function isSquaredLength(node: PyNode | null, x: string): boolean {
  if (node?.type !== 'call' || !/^(reduce_)?sum$/.test(nameOf(node))) return false;
  const of = subjectOf(node);
  const squares = of && unwrapped(of);
  if (squares?.type === 'binary_operator') {
    const [left, right] = [squares.field('left')?.text, squares.field('right')?.text];
    return left === x && (squares.operator === '**' ? right === '2' : squares.operator === '*' && right === x);
  }
  if (squares?.type !== 'call' || subjectOf(squares)?.text !== x) return false;
  return nameOf(squares) === 'square' || (/^(pow|power)$/.test(nameOf(squares)) && argumentsOf(squares).at(-1)?.text === '2');
}

/** What is behind names, views, floors and a small number that is added. */
function bare(node: PyNode, depth: number): PyNode {
  const inner = depth < DEEPEST ? behind(unwrapped(node)) : null;
  return inner ? bare(inner, depth + 1) : unwrapped(node);
}

function behind(node: PyNode): PyNode | null {
  const [left, right] = [node.field('left'), node.field('right')];
  if (node.type === 'binary_operator' && node.operator === '+' && left && right)
    return isSmall(right) ? left : isSmall(left) ? right : null;
  if (node.type === 'identifier') {
    const { found, open } = reaching(node, bindingsIn(scopeOf(node)).get(node.text) ?? []);
    const [only] = found;
    return !open && found.length === 1 && only && only.path.length === 0 && !only.partial ? only.value : null;
  }
  if (node.type !== 'call') return null;
  const ofLibrary = LIBRARY.test(node.field('function')?.field('object')?.text ?? '');
  return (ofLibrary ? FLOORS : SHOWS).test(nameOf(node)) ? subjectOf(node) : null;
}

/** A number below 1, or one that is called so. */
function isSmall({ type, text }: PyNode): boolean {
  return /^(integer|float)$/.test(type) ? Number(text) < 1 : /(^|[._])eps(ilon)?$/i.test(text);
}

/** What a method is called of, or a library's function is given first. */
function subjectOf(call: PyNode): PyNode | null {
  const object = call.field('function')?.field('object');
  return object && !LIBRARY.test(object.text) ? object : (argumentsOf(call)[0] ?? null);
}

function nameOf(call: PyNode): string {
  const callee = call.field('function');
  return (callee?.field('attribute') ?? callee)?.text ?? '';
}

function unwrapped(node: PyNode): PyNode {
  return node.type === 'parenthesized_expression' && node.children[0] ? unwrapped(node.children[0]) : node;
}

/** `x` of `1.0 * x`. */
function unscaled(node: PyNode): PyNode {
  const inner = unwrapped(node);
  const [left, right] = [inner.field('left'), inner.field('right')];
  return inner.type === 'binary_operator' && inner.operator === '*' && right && Number(left?.text) === 1 ? right : inner;
}

import type { PyNode } from '../../syntax/python/node';

/** What the `return` statements of a definition return, those of nested definitions left out. */
export function* returnsOf(node: PyNode): Generator<PyNode> {
  for (const child of node.children) {
    const value = child.type === 'return_statement' ? child.children[0] : undefined;
    if (value) yield value;
    else if (!child.type.endsWith('definition') && child.type !== 'lambda') yield* returnsOf(child);
  }
}

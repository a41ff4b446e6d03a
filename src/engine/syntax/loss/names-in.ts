import type { LossName, LossNode } from './node';

/** A name where an expression uses it: as a value, or as a function that is called. */
export interface UsedName extends LossName {
  readonly called: boolean;
}

/** Every name of an expression, from left to right. */
export function namesIn(node: LossNode): UsedName[] {
  switch (node.kind) {
    case 'name':
      return [{ name: node.name, start: node.start, end: node.end, called: false }];
    case 'call':
      return [{ ...node.callee, called: true }, ...node.args.flatMap(namesIn)];
    case 'operator':
    case 'relation':
      return node.args.flatMap(namesIn);
    case 'conditional':
      return [node.condition, node.then, node.otherwise].flatMap(namesIn);
    case 'matrix':
      return node.rows.flat().flatMap(namesIn);
    case 'index':
      return [node.object, ...node.indices].flatMap(namesIn);
    default:
      return [];
  }
}

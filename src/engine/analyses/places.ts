import { type Expression, inOrder } from '../ir/expression';
import type { Loss } from '../ir/loss';

/** Where the nodes of a loss stand in its source, and which nodes use which. */
export class Places {
  private readonly users = new Map<Expression, Expression[]>();
  private readonly places = new Map<Expression, Loss['span']>();

  constructor(readonly loss: Loss) {
    for (const { node, span } of loss.uses) if (!this.places.has(node)) this.places.set(node, span);
    for (const node of loss.body ? inOrder(loss.body) : []) {
      for (const argument of new Set(node.args)) this.users.set(argument, [...this.usersOf(argument), node]);
    }
  }

  /** Nodes that have this one as an operand. */
  usersOf(node: Expression): readonly Expression[] {
    return this.users.get(node) ?? [];
  }

  /** Whether the source writes the node itself. */
  isWritten(node: Expression): boolean {
    return this.places.has(node);
  }

  /** Whether a node is a step inside one call of a library: what uses it stands at the very same place. */
  isInside(node: Expression): boolean {
    const here = this.placeOf(node);
    return this.usersOf(node).some((user) => {
      const there = this.placeOf(user);
      return here.start === there.start && here.end === there.end && here.source === there.source;
    });
  }

  /** Where a node stands in the source; a node inside a library's composite stands where the call does. */
  placeOf(node: Expression): Loss['span'] {
    for (let level: readonly Expression[] = [node], depth = 0; level.length > 0 && depth < 12; depth++) {
      const found = level.find((n) => this.places.has(n));
      const span = found && this.places.get(found);
      if (span) return span;
      level = level.flatMap((n) => this.usersOf(n));
    }
    return this.loss.nameSpan;
  }
}

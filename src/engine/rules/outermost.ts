import type { Expression } from '../ir/expression';
import type { View } from './view';

/** The last node of the call that a node is a part of. */
export function outermost(node: Expression, view: View): Expression {
  const here = view.placeOf(node);
  const user = view.usersOf(node).find((other) => {
    const there = view.placeOf(other);
    return there.start === here.start && there.end === here.end && there.source === here.source;
  });
  return user ? outermost(user, view) : node;
}

import type { PyNode } from '../syntax/python/node';
import type { Span } from '../text/span';
import type { Frame } from './machine';

/** The place of a node in the text that a frame runs. */
export function placeIn({ start, end }: PyNode, { module: { path } }: Frame): Span {
  return path === null ? { start, end } : { start, end, source: path };
}

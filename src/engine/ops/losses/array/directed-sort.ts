import { composite } from '../composite';
import { Refused } from '../build';

/** `tf.sort`. */
export const directedSort = composite('directed_sort', 'Elements of each row in order.', "input, axis=-1, direction='ASCENDING'", (k) => {
  const input = k.tensor('input');
  const direction = k.word('direction');
  if (direction !== 'ASCENDING' && direction !== 'DESCENDING') throw new Refused(`direction=${direction} is unknown`);
  return k.op('sort', [input], { axis: k.axis('axis', -1, input.shape.length), descending: direction === 'DESCENDING' });
});

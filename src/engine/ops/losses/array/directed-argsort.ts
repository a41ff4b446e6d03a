import { composite } from '../composite';
import { Refused } from '../build';

/** `tf.argsort`. */
export const directedArgsort = composite(
  'directed_argsort',
  'Positions that put each row in order.',
  "input, axis=-1, direction='ASCENDING'",
  (k) => {
    const input = k.tensor('input');
    const direction = k.word('direction');
    if (direction !== 'ASCENDING' && direction !== 'DESCENDING') throw new Refused(`direction=${direction} is unknown`);
    return k.op('argsort', [input], { axis: k.axis('axis', -1, input.shape.length), descending: direction === 'DESCENDING' });
  },
);

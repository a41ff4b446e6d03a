import assert from 'node:assert/strict';
import { testTools } from '../../support/tools';
import { lifted, print } from './lifted';

/** What stands for numbers that are drawn between others, about others, or in an order that nobody knows. */
const DRAWS: readonly (readonly [imports: string, call: string, body: RegExp])[] = [
  ['import tensorflow as tf', 'tf.random.uniform([3], -1.0, 2.0)', /add\(-1, multiply\(subtract\(2, -1\), random\{distribution=uniform/],
  ['import tensorflow as tf', 'tf.random.uniform([3])', /subtract\(x, random\{distribution=uniform/],
  ['import tensorflow as tf', 'tf.random.normal([3], stddev=0.5)', /multiply\(0\.5, random\{distribution=normal/],
  ['import tensorflow as tf', 'tf.random.shuffle(x)', /take\{.*\(x, random\{distribution=permutation/],
  [
    'import jax',
    'jax.random.uniform(jax.random.PRNGKey(0), (3,), minval=1.0, maxval=5.0)',
    /add\(1, multiply\(subtract\(5, 1\), random\{distribution=uniform/,
  ],
  ['import jax', 'jax.random.randint(jax.random.PRNGKey(0), (3,), 0, 9)', /random\{distribution=integer/],
  ['import keras', 'keras.random.uniform((3,), -1.0, 2.0)', /add\(-1, multiply\(subtract\(2, -1\), random\{distribution=uniform/],
  ['import jax', 'jax.random.permutation(jax.random.PRNGKey(0), x, independent=True)', /take\{.*\(x, random\{distribution=permutation/],
  ['import jax', 'jax.random.permutation(jax.random.PRNGKey(0), x)', /take\{.*\(x, random\{distribution=permutation/],
];

describe('numbers that are drawn', () => {
  for (const [imports, call, body] of DRAWS)
    it(call, async () => {
      const { packages } = await testTools();
      const loss = await lifted(`${imports}\ndef drawn_loss(x):\n    return abs(x - ${call})\n`, { packages, shapes: { x: [3] } });
      assert.equal(loss.status, 'full');
      assert.match(print(loss.body), body);
    });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluate } from '../../../src/engine/check/evaluate';
import { DEFAULT_OPTIONS } from '../../../src/engine/check/options';
import { testTools } from '../../support/tools';

const Y = [
  [1, 0],
  [0, 1],
];
const P = [
  [0.5, -1],
  [2, 0.25],
];
const pairs = Y.flatMap((row, i) => row.map((y, j): [number, number] => [y, P[i]?.[j] ?? 0]));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const entropy = mean(P.map((row, i) => Math.log(row.reduce((sum, z) => sum + Math.exp(z), 0)) - (row[i] ?? 0)));
/** In float32, which has no number at 1 - 1e-7. */
const clipped = (p: number): number => Math.min(Math.max(p, 1e-7), Math.fround(1 - 1e-7));

/** Body of `call`, and what it comes to by the textbook. */
const CASES: Readonly<Record<string, readonly [body: string, expected: number]>> = {
  AbsoluteError: ['return tf.reduce_mean(tf.abs(y_true - y_pred))', mean(pairs.map(([y, p]) => Math.abs(y - p)))],
  ClippedEntropy: [
    'p = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)\n        return -tf.reduce_mean(y_true * tf.math.log(p) + (1 - y_true) * tf.math.log(1 - p))',
    -mean(pairs.map(([y, p]) => y * Math.log(clipped(p)) + (1 - y) * Math.log(1 - clipped(p)))),
  ],
  SoftmaxEntropy: ['return -tf.reduce_mean(tf.reduce_sum(y_true * tf.math.log(tf.nn.softmax(y_pred)), axis=-1))', entropy],
  ShiftedEntropy: [
    'z = y_pred - tf.reduce_max(y_pred, axis=-1, keepdims=True)\n        return tf.reduce_mean(tf.reduce_logsumexp(z, axis=-1) - tf.reduce_sum(y_true * z, axis=-1))',
    entropy,
  ],
  LassoPenalty: ['return 0.1 * tf.reduce_sum(tf.abs(y_pred))', 0.1 * 3.75],
  RidgePenalty: ['return 0.1 * tf.reduce_sum(tf.square(y_pred))', 0.1 * (0.25 + 1 + 4 + 0.0625)],
};

describe('losses as classes of Keras', () => {
  for (const [name, [body, expected]] of Object.entries(CASES))
    it(`${name} has the value of the textbook`, async () => {
      const text = `import tensorflow as tf\nfrom tensorflow import keras\n\n\nclass ${name}(keras.losses.Loss):\n    def call(self, y_true, y_pred):\n        ${body}\n`;
      const source = { path: 'losses.py', language: 'python' as const, text };
      const found = evaluate(source, `${name}.call`, { inputs: { y_true: Y, y_pred: P } }, await testTools(), DEFAULT_OPTIONS);
      assert.ok('value' in found, JSON.stringify(found));
      assert.ok(Math.abs(Number(found.value) - expected) < 1e-4 * Math.abs(expected), `${String(found.value)} for ${expected}`);
    });
});

import assert from 'node:assert/strict';
import { lift } from './lifted';

const NUMPY = 'import numpy as np\n';
const TORCH = 'import torch\n';

/** What a source does to an array through something that is not read; its result must not count as read. */
const WRITES: readonly (readonly [name: string, source: string])[] = [
  ['a function that adds at positions', `${NUMPY}def loss(x, t):\n    z = np.zeros(3)\n    np.add.at(z, t, x)\n    return z.sum()`],
  ['an unknown function of the library', `${NUMPY}def loss(x):\n    z = x.copy()\n    np.shuffle_rows(z)\n    return z.sum()`],
  ['an array shared under another name', `${NUMPY}def loss(x):\n    z = x.copy()\n    w = z\n    np.put(w, 0, 1.0)\n    return z.sum()`],
  ['an unknown method', `${TORCH}def loss(x):\n    z = x.clone()\n    z.scramble_()\n    return z.sum()`],
  ['an unread loop', `${TORCH}def loss(x):\n    z = x.clone()\n    w = z\n    while (z.sum() > 1):\n        w *= 0.5\n    return z.sum()`],
  [
    'an unread loop in a helper',
    `${TORCH}def fill(z):\n    while (z.sum() > 1):\n        z[0] = z[0] * 0.5\ndef loss(x):\n    z = x.clone()\n    fill(z)\n    return z.sum()`,
  ],
  [
    'an empty buffer that is handed to an unknown module',
    `${NUMPY}from elsewhere import edt\ndef loss(x, y):\n    d = np.zeros_like(y)\n    edt(y, distances=d)\n    return (x * d).mean()`,
  ],
  [
    'an empty buffer that an unread loop hands on',
    `${NUMPY}from elsewhere import edt, count\ndef loss(x, y):\n    d = np.zeros_like(y)\n    for i in range(count(y)):\n        edt(y[i], distances=d[i])\n    return (x * d).mean()`,
  ],
  [
    'a side that raises without saying so',
    `${TORCH}def first(v):\n    return v.shape[7]\ndef loss(x, y):\n    d = torch.zeros_like(y)\n    if y.sum() > 0:\n        d[:] = first(y)\n    return (x * d).mean()`,
  ],
  [
    "a mean of integers in Keras's backend",
    'import tensorflow as tf\nfrom tensorflow.keras import backend as K\ndef loss(x):\n    return K.mean(tf.cast(x, tf.int32))',
  ],
  ['an exclusive or of numbers', `${NUMPY}def loss(x, y):\n    return np.logical_xor(x, y).sum()`],
  [
    'a view that is not written',
    `${TORCH}def loss(x):\n    n, c, h = x.shape\n    d = x / x\n    d.diagonal().zero_()\n    return d.sum()`,
  ],
  ['the vectors of a decomposition', `${TORCH}def loss(x):\n    return torch.svd(x @ x.T)[0].sum()`],
];

describe('what is written by something unread is unread', () => {
  for (const [name, source] of WRITES)
    it(name, async () => {
      const { losses } = await lift(source);
      const loss = losses.find((one) => one.name === 'loss');
      assert.ok(loss);
      assert.notEqual(loss.status, 'full');
    });

  it('a number of NumPy in float64 among those of float32', async () => {
    const source = `${NUMPY}def loss(p):\n    return -np.log(np.clip(p, np.finfo(float).eps, 1 - np.finfo(float).eps)).mean()`;
    const [wide, narrow] = [await lift(source), await lift(source, { format: 'float32' })];
    assert.deepEqual([wide.losses[0]?.status, narrow.losses[0]?.status], ['full', 'partial']);
  });

  it('a call into another library changes nothing', async () => {
    const { losses } = await lift(`${TORCH}import wandb\ndef loss(x, y):\n    z = (x - y).abs().mean()\n    wandb.log(z)\n    return z`);
    assert.equal(losses[0]?.status, 'full');
  });
});

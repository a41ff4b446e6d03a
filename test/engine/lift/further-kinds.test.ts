import assert from 'node:assert/strict';
import { testTools } from '../../support/tools';
import type { Loss } from '../../../src/engine/ir/loss';
import { lifted, print } from './lifted';

/** A loss with what the libraries' functions are told to be. */
async function told(text: string): Promise<Loss> {
  const { packages } = await testTools();
  return lifted(text, { packages });
}

const BACKENDS = `import os
import numpy as np

try:
    import torch
except ImportError:
    torch = False

KINDS = []
MADE = {}


def _register(kind):
    KINDS.append(kind)


def _made(kind):
    if kind.__name__ not in MADE:
        MADE[kind.__name__] = kind()
    return MADE[kind.__name__]


class Plain:
    type = np.ndarray

    def total(self, x):
        return np.sum(x)


_register(Plain)


class Other:
    type = UNDER

    def total(self, x):
        return x.sum() * 0


if torch:
    _register(Other)


def backend_of(*args):
    for kind in KINDS:
        if len({isinstance(arg, kind.type) for arg in args}) == 1 and isinstance(args[0], kind.type):
            return _made(kind)
    raise ValueError("unknown")


def gap_loss(x, y):
    return backend_of(x, y).total(np.abs(x - y))
`;

describe('lists that a file fills while it is read', () => {
  it('hold what functions of the file add, under conditions that hold where the libraries are there', async () => {
    const loss = await told(BACKENDS.replace('UNDER', 'torch.Tensor'));
    assert.equal(loss.status, 'full');
    assert.equal(print(loss.body), 'sum(abs(subtract(x, y)))');
  });

  it('are not known where a condition is not', async () => {
    const loss = await told(
      'import torch\nfrom elsewhere import chosen\nSCALES = [2.0]\nif chosen():\n    SCALES.append(3.0)\ndef scaled_loss(x, y):\n    return (x - y).abs().mean() * SCALES[-1]\n',
    );
    assert.equal(loss.status, 'partial');
    assert.match(loss.missing[0]?.why ?? '', /under a condition/);
  });
});

describe('sets', () => {
  it('hold what is equal once', async () => {
    const loss = await told(
      'import torch\ndef set_loss(x, y):\n    sizes = {len(t.shape) for t in (x, y)}\n    return (x - y).abs().mean() * len(sizes) * len({"a", "b", "a"})\n',
    );
    assert.equal(print(loss.body), 'multiply(multiply(mean(abs(subtract(x, y))), 1), 2)');
  });
});

describe('arrays of other libraries', () => {
  it('are none of the own one', async () => {
    const loss = await told(
      'import numpy as np\nimport jax.numpy as jnp\nARRAY = jnp.ndarray\ndef numpy_loss(x, y):\n    if isinstance(x, ARRAY):\n        return 0 * np.sum(x)\n    return np.sum(np.square(x - y))\n',
    );
    assert.equal(loss.framework, 'numpy');
    assert.equal(print(loss.body), 'sum(square(subtract(x, y)))');
  });
});

describe('what a map is handed on', () => {
  it('is as much of *args as the mapped function wants, row by row', async () => {
    const loss = await told(
      'import jax\nimport jax.numpy as jnp\ndef one(x, y, w):\n    return jnp.sum(w * (x - y) ** 2)\ndef all_loss(x, *args):\n    return jnp.mean(jax.vmap(one)(x, *args))\n',
    );
    assert.equal(loss.status, 'full');
    assert.deepEqual(
      loss.parameters.filter(({ node }) => node).map(({ name }) => name),
      ['x', 'args[0]', 'args[1]'],
    );
  });
});

describe('gradients by what a loss is given', () => {
  it('are as free as the way from one to the other', async () => {
    const loss = await told(
      'from keras import backend as K\ndef slope_loss(y_true, y_pred, samples, strength):\n    slopes = K.gradients(y_pred, samples)[0]\n    return K.mean(strength * K.square(1 - K.sqrt(K.sum(K.square(slopes), axis=1))))\n',
    );
    assert.equal(loss.status, 'full');
  });

  it('are not read off a tape that recorded nothing', async () => {
    const loss = await told(
      'import tensorflow as tf\ndef tape_loss(y_pred, samples):\n    with tf.GradientTape() as tape:\n        tape.watch(samples)\n    return tf.reduce_mean(tape.gradient(y_pred, samples) ** 2)\n',
    );
    assert.equal(loss.status, 'partial');
  });
});

describe('a mixin of losses', () => {
  it('calls the class after it as a function that is passed in', async () => {
    const loss = await told(
      'import tensorflow as tf\nclass NegatedLoss(tf.keras.losses.Loss):\n    def call(self, y_true, y_pred):\n        return -super().call(y_true=y_true, y_pred=y_pred)\n',
    );
    assert.equal(loss.status, 'full');
    assert.equal(print(loss.body), 'negative(?super().call(y_true, y_pred))');
  });
});

describe('regular expressions', () => {
  const DECAY = (filter: string): string =>
    `import re\nimport tensorflow as tf\ndef decay_loss(weight_decay, pattern=r".*(kernel|weight):0$"):\n    wanted = re.compile(pattern)\n    return weight_decay * tf.add_n([tf.nn.l2_loss(v) for v in tf.compat.v1.trainable_variables() if ${filter}])\n`;

  it('let the variables through that a loss is about', async () => {
    for (const filter of ['wanted.match(v.name)', 're.search(pattern, v.name)']) {
      const loss = await told(DECAY(filter));
      assert.equal(loss.status, 'full');
      assert.equal(loss.parameters.filter(({ node }) => node?.shape.length === 1).length, 2);
    }
  });

  it('decide by known texts as Python does', async () => {
    const picked = async (condition: string): Promise<string> =>
      print(
        (await told(`import re\nimport torch\ndef kind_loss(x, kind="mse_mean"):\n    return x.mean() if ${condition} else x.sum()\n`))
          .body,
      );
    assert.equal(await picked('re.match("mse", kind)'), 'mean(x)');
    assert.equal(await picked('re.match("mean", kind)'), 'sum(x)');
    assert.equal(await picked('re.search("mean", kind)'), 'mean(x)');
    assert.equal(await picked('re.fullmatch("mse", kind)'), 'sum(x)');
  });
});

describe('entries of settings', () => {
  it('are settings, by number too', async () => {
    const loss = await told(
      'import jax\nimport jax.numpy as jnp\ndef picked_loss(logits, labels, config):\n    y = jax.nn.one_hot(labels, config.model.outputs[-2])\n    return -jnp.mean(jnp.sum(y * jax.nn.log_softmax(logits), axis=-1))\n',
    );
    assert.equal(loss.status, 'full');
  });
});

describe('a count of classes that also bounds the classes', () => {
  it('is found out before these are looked at', async () => {
    const loss = await told(
      'import jax\nimport jax.numpy as jnp\ndef binned_loss(logits, depth, bins):\n    at = jnp.minimum(jnp.floor(depth * bins).astype(jnp.int32), bins - 1)\n    return -jnp.mean(jnp.sum(jax.nn.one_hot(at, bins) * jax.nn.log_softmax(logits), axis=-1))\n',
    );
    assert.equal(loss.status, 'full');
  });
});

describe('patterns of einops', () => {
  const HEAD = 'import einops\nimport jax.numpy as jnp\n';

  it('say the rank and the multiples of what they take apart', async () => {
    const loss = await told(
      `${HEAD}def patch_loss(out, batch, config):\n    hp, wp = config.patch_size\n    y = einops.rearrange(batch["labels"], "b (h hp) (w wp) c -> b (h w) c (hp wp)", hp=hp, wp=wp)\n    return jnp.mean((out - y) ** 2)\n`,
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.parameters.find(({ name }) => name === 'batch["labels"]')?.node?.shape.length, 4);
  });

  it('reach through a channel that was picked', async () => {
    const loss = await told(
      `${HEAD}def depth_loss(out, batch):\n    y = einops.rearrange(batch["labels"][..., 0], "b (h hp) w -> b h (hp w)", hp=2)\n    return jnp.mean((out - y) ** 2)\n`,
    );
    assert.equal(loss.status, 'full');
    assert.equal(loss.parameters.find(({ name }) => name === 'batch["labels"]')?.node?.shape.length, 4);
  });
});

describe('trees of Keras by the place where they are defined', () => {
  it('are those of keras.tree', async () => {
    const loss = await told(
      'import keras\nfrom keras.src import tree\ndef tree_loss(y, p):\n    parts = tree.map_structure(lambda a, b: keras.ops.mean(keras.ops.abs(a - b)), y, p)\n    return keras.ops.sum(keras.ops.stack(tree.flatten(parts)))\n',
    );
    assert.equal(loss.status, 'full');
  });
});
